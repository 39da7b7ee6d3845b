// The network is gone after the first visit: diagrams, layout, a talk over a reload, and an export go on.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './pages/story'

test.use({ diagram: 'flamingo', serviceWorkers: 'allow' })

/** The page is controlled by a worker that has kept everything. */
async function kept(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 30_000,
  })
}

function countFaces(page: Page): Promise<number> {
  return page.evaluate(async () => (await (await caches.open('fonts')).keys()).length)
}

/** How many files of faces the service worker has kept, once it keeps no more. */
async function facesKept(page: Page): Promise<number> {
  let before = -1
  await expect
    .poll(
      async () => {
        const now = await countFaces(page)
        const isStill = now === before && now > 0
        before = now
        return isStill
      },
      { intervals: [1000], timeout: 40_000 },
    )
    .toBe(true)
  return before
}

test('after the first visit everything works without a network', async ({ canvas, page, context }) => {
  await kept(page)
  await facesKept(page)
  await context.setOffline(true)

  await test.step('a talk, over a reload', async () => {
    await page.keyboard.press('F5')
    const heading = page.getByRole('dialog', { name: 'Talk' }).getByRole('heading', { level: 2 })
    const first = await heading.textContent()
    await page.keyboard.press('PageDown')
    await expect(heading).not.toHaveText(first!)
    const second = await heading.textContent()
    await page.reload()
    await expect(heading).toHaveText(second!)
    const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
    await expect(notes.getByRole('button', { name: 'Next' })).toBeVisible()
    await notes.close()
    await page.keyboard.press('Escape')
  })

  await test.step('another diagram is laid out and leaves as a file', async () => {
    await page.goto('./?diagram=pali')
    await canvas.ready()
    await canvas.select('encoder')
    await canvas.press('.')
    await expect(canvas.node('encoder/position_bias')).toBeAttached()
    await canvas.press('Control+Shift+E')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^pali/)
  })
})

test('a talk opened in English leaves in Chinese and Japanese without a network', async ({ canvas, page, context }) => {
  await kept(page)
  expect(await facesKept(page)).toBeGreaterThan(100)
  await context.setOffline(true)
  for (const [language, what] of [
    ['简体中文', 'All 12 steps'],
    ['日本語', 'Whole diagram'],
  ] as const) {
    await canvas.press('Control+Shift+E')
    await page.getByRole('combobox', { name: 'What' }).selectOption({ label: what })
    await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'PDF' })
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: language })
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save PDF' }).click(),
    ])
    expect((await readFile((await file.path())!)).subarray(0, 5).toString()).toBe('%PDF-')
  }
})

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP', diagram: 'vit' })
  test('the whole face is there after the first visit', async ({ page }) => {
    await kept(page)
    const list = new URL('../node_modules/@fontsource/noto-sans-jp/unicode.json', import.meta.url)
    const parts = Object.keys(JSON.parse(await readFile(list, 'utf8')) as object).length
    // Regular and bold.
    await expect.poll(() => countFaces(page), { timeout: 40_000 }).toBe(2 * parts)
  })
})
