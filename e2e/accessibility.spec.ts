// WCAG by axe: the editor with its panels, its dialogs, in both themes.
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Canvas } from './pages/canvas'

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page })
    // The size of an area is what the chart says; the table of nodes leads to the same places.
    .exclude('.chart-tile')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const canvas = new Canvas(page)
    await canvas.open('clip')
    expect(await violations(page)).toEqual([])
    await canvas.select('image_projection')
    expect(await violations(page)).toEqual([])
    for (const keys of ['Control+Shift+O', 'Control+Shift+E', 'Shift+?', 'Control+k']) {
      await canvas.press(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), keys).toEqual([])
      await canvas.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })

  test(`nothing in the figures either, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const canvas = new Canvas(page)
    await canvas.open('clip')
    await canvas.press('Shift+C')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'chart').toEqual([])
    await canvas.press('Escape')
    await canvas.press('Shift+H')
    await page.getByRole('button', { name: 'Kept versions …' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'versions').toEqual([])
    await canvas.press('Escape')
    expect(await violations(page), 'history').toEqual([])
    for (const keys of ['Shift+P', 'Shift+T', 'Shift+M', 'Shift+D']) {
      await canvas.press(keys)
      await expect(page.locator('.drawer')).toBeVisible()
      expect(await violations(page), keys).toEqual([])
      await canvas.press(keys)
    }
  })
}
