// A story on the canvas: a diagram is open when it begins, and the page has complained of nothing when it ends.
import { expect, test as base } from '@playwright/test'
import { Canvas } from './canvas'

export { expect }

/** Playwright's `test` with an open `canvas`. Another diagram than CLIP by `test.use({ diagram })`. */
export const test = base.extend<{ diagram: string; canvas: Canvas }>({
  diagram: ['clip', { option: true }],
  canvas: [
    async ({ page, diagram }, use) => {
      const canvas = new Canvas(page)
      await canvas.open(diagram)
      await use(canvas)
      expect(canvas.problems).toEqual([])
    },
    // Also for a story that never names it.
    { auto: true },
  ],
})
