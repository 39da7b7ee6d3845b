// Finding one's way in a large model, by mouse and by keyboard: outline, find, go to, trace, walking, places seen.
import type { Page } from '@playwright/test'
import type { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

test.use({ diagram: 'flamingo', contextOptions: { reducedMotion: 'reduce' } })

const announced = (page: Page) => page.locator('.visually-hidden[aria-live]')

/** Whether a node can be seen: on the page, and within the canvas. */
async function expectInView(canvas: Canvas, path: string) {
  const canvasBox = await canvas.boxOf(canvas.page.getByTestId('canvas'))
  await expect
    .poll(async () => {
      const box = await canvas.node(path).boundingBox()
      return (
        box !== null &&
        box.x >= canvasBox.x &&
        box.y >= canvasBox.y &&
        box.x + box.width <= canvasBox.x + canvasBox.width &&
        box.y + box.height <= canvasBox.y + canvasBox.height
      )
    })
    .toBe(true)
}

test('the outline shows what is folded and leads there, by keys', async ({ canvas, page }) => {
  await canvas.press('Shift+O')
  const tree = page.getByRole('tree', { name: 'Outline' })
  await expect(tree).toBeFocused()
  await expect(tree.getByRole('treeitem', { name: /^NFNet-F6, frozen, 435M/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await canvas.press('ArrowDown')
  await canvas.press('ArrowRight')
  const stage = tree.getByRole('treeitem', { name: /^Stage 3/ })
  await expect(stage).toHaveAttribute('aria-level', '2')
  await page.keyboard.type('stage 3')
  await canvas.press('Enter')
  await expect(canvas.node('vision/stage_3')).toHaveClass(/selected/)
  await expectInView(canvas, 'vision/stage_3')
  await expect(stage).toHaveAttribute('aria-selected', 'true')
  await expect(tree).toBeFocused()
  // What is selected on the canvas is shown in the outline.
  await canvas.fit()
  await canvas.select('loss')
  await expect(tree.getByRole('treeitem', { name: /^Next-token loss/ })).toHaveAttribute('aria-selected', 'true')
})

test('find looks into everything, and goes from match to match', async ({ canvas, page }) => {
  await canvas.press('Control+f')
  await page.keyboard.type('cross-attention')
  const results = page.getByRole('complementary', { name: 'Outline' }).getByRole('button', { name: /Cross-attention/ })
  await expect(results).not.toHaveCount(0)
  await canvas.press('Enter')
  await expect(canvas.node('groups/xattn/attention')).toHaveClass(/selected/)
  await expectInView(canvas, 'groups/xattn/attention')
  await canvas.press('Enter')
  await expect(canvas.node('groups/xattn/attention')).not.toHaveClass(/selected/)
  await canvas.press('Shift+Enter')
  await expect(canvas.node('groups/xattn/attention')).toHaveClass(/selected/)
  await page.getByRole('searchbox').fill('vocab_size')
  await page.getByRole('button', { name: /^vocab_size/ }).click()
  await expect(page.getByTestId('symbols').getByRole('textbox', { name: 'vocab_size' })).toBeFocused()
})

test('go to a node, and back to where one was', async ({ canvas, page }) => {
  await canvas.select('loss')
  await canvas.press('Control+j')
  await page.getByRole('dialog').getByRole('combobox').fill('latents')
  await canvas.press('Enter')
  await expect(canvas.node('resampler/latents')).toHaveClass(/selected/)
  await expectInView(canvas, 'resampler/latents')
  await canvas.press('Alt+Shift+ArrowLeft')
  await expect(canvas.node('loss')).toHaveClass(/selected/)
  await expectInView(canvas, 'loss')
  await canvas.press('Alt+Shift+ArrowRight')
  await expect(canvas.node('resampler/latents')).toHaveClass(/selected/)
  await expectInView(canvas, 'resampler/latents')
})

test('a trace goes through folded modules; Escape ends it first and keeps the selection', async ({ canvas, page }) => {
  await canvas.select('resampler')
  await canvas.press('r')
  await expect(page.getByText(/^Feeds it: \d\d$/)).toBeVisible()
  await canvas.press('Escape')
  await expect(page.getByText('Feeds it:', { exact: false })).toHaveCount(0)
  await expect(canvas.node('resampler')).toHaveClass(/selected/)
  await canvas.press('Shift+F')
  await expect(page.getByText('After it: 1')).toBeVisible()
})

test('walking: along edges, into containers and out, with the focus and a voice', async ({ canvas, page }) => {
  await canvas.press('Alt+ArrowRight')
  await expect(announced(page)).toContainText('Feeds NFNet-F6')
  await canvas.press('Alt+ArrowRight')
  await expect(canvas.node('vision')).toBeFocused()
  await expect(announced(page)).toContainText(/^NFNet-F6.*frozen, 435M parameters.*Fed by Images\. Feeds Perceiver/)
  await canvas.press('Control+Enter')
  await expect(canvas.node('vision/stem_1')).toBeFocused()
  await canvas.press('Alt+ArrowRight')
  await expect(canvas.node('vision/stem_2')).toBeFocused()
  await canvas.press('Shift+Enter')
  await expect(canvas.node('vision')).toBeFocused()
  await expect(announced(page)).toContainText('open')
  await canvas.press('Shift+E')
  await expect(canvas.edge('#image.image>vision.image')).toBeFocused()
  await canvas.press('Alt+ArrowRight')
  await expect(canvas.node('vision')).toBeFocused()
  // F6 leaves the canvas, and comes back to the same node.
  await canvas.press('F6')
  await expect(canvas.node('vision')).not.toBeFocused()
  await canvas.press('Shift+F6')
  await expect(canvas.node('vision')).toBeFocused()
})
