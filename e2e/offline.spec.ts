// The network is gone after the first visit: diagrams, layout, a talk over a reload, and an export go on.
import type { Page } from '@playwright/test'
import { expect, test } from './pages/story'

test.use({ diagram: 'flamingo', serviceWorkers: 'allow' })

/** The page is controlled by a worker that has kept everything. */
async function kept(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 30_000,
  })
}

test('after the first visit everything works without a network', async ({ canvas, page, context }) => {
  await kept(page)
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
