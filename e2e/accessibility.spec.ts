// WCAG 2.2 AA by axe, without a rule left out: everything that the editor can show, in every theme.
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Canvas } from './pages/canvas'
import { closeSurface, diagram, openSurface, surfaces, type Surface } from './pages/surfaces'

const themes = ['light', 'dark', 'contrast', 'contrast-dark'] as const

/** The machine asks for a theme, and the page wears it. */
async function wear(page: Page, theme: (typeof themes)[number]) {
  await page.emulateMedia({
    colorScheme: theme.includes('dark') ? 'dark' : 'light',
    contrast: theme.includes('contrast') ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page, part?: string) {
  // There are no frames; without looking for them each look takes half as long.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  // Of what a theme changes, colours are all; the same page has been looked at by every rule.
  const { violations: found } = await (
    part === undefined ? axe.withTags(tags) : axe.include(part).withRules(['color-contrast', 'link-in-text-block'])
  ).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** The whole page by every rule; in the other themes the colours of what has come. */
async function look(page: Page, name: string, part: string) {
  for (const theme of themes) {
    await wear(page, theme)
    expect(await violations(page, theme === 'light' ? undefined : part), `${name}, ${theme}`).toEqual([])
  }
}

const halves: readonly (readonly [name: string, part: readonly Surface[]])[] = [
  ['panels and drawers', surfaces.filter(({ shows }) => /panel|inspector|drawer/.test(shows))],
  ['dialogs, menus and talk', surfaces.filter(({ shows }) => !/panel|inspector|drawer/.test(shows))],
]

for (const [name, part] of halves) {
  test(`nothing that axe finds: ${name}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.addInitScript(() =>
      localStorage.setItem('frieze.preferences', JSON.stringify({ palette: false, inspector: false })),
    )
    const canvas = new Canvas(page)
    await canvas.open(diagram)
    await look(page, 'editor', '.workbench')
    for (const surface of part) {
      await openSurface(canvas, surface)
      await look(page, surface.name, surface.shows)
      await closeSurface(canvas, surface)
    }
    expect(canvas.problems).toEqual([])
  })
}

test('nothing that axe finds on an empty canvas and in the window of the speaker', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.press('F5')
  await expect(page.locator('.talk')).toBeVisible()
  const [notes] = await Promise.all([page.waitForEvent('popup'), canvas.press('s')])
  await expect(notes.getByRole('button').first()).toBeVisible()
  expect(await violations(notes), 'the window of the speaker').toEqual([])
  await notes.close()
  await canvas.press('Escape')
  await canvas.press('Control+Alt+n')
  await expect(canvas.nodes).toHaveCount(0)
  await look(page, 'empty', '.stage')
})

test('colours of the person’s own are followed', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-dark')
  await canvas.select('similarity')
  expect(await violations(page)).toEqual([])
})

test('the focus is seen wherever it goes', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  const seen = new Set<string>()
  const unseen: string[] = []
  for (let i = 0; i < 90; i++) {
    await canvas.press('Tab')
    const [name, isSeen] = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth, boxShadow, stroke } = getComputedStyle(element)
      const isMarked =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
        boxShadow !== 'none' ||
        (element instanceof SVGElement && stroke !== 'rgba(0, 0, 0, 0)')
      return [element.outerHTML.slice(0, 140), isMarked || element === document.body] as const
    })
    seen.add(name)
    if (!isSeen) unseen.push(name)
  }
  expect(unseen).toEqual([])
  expect(seen.size).toBeGreaterThan(50)
})

test('whatever took the focus away, a dialog or a menu, gives it back', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  const node = canvas.node('text_projection')
  await node.click({ position: { x: 20, y: 8 } })
  const keys = ['Control+k', 'Control+j', 'Shift+?', 'Shift+R', 'Shift+N', 'e', 'Shift+F10']
  for (const each of keys) {
    await canvas.press(each)
    await expect(page.locator('[role="dialog"], [role="menu"]'), each).not.toHaveCount(0)
    await canvas.press('Escape')
    await expect(node, each).toBeFocused()
  }
  for (const each of ['n', 'Control+f']) {
    await canvas.press(each)
    await expect(page.getByRole('searchbox')).toBeFocused()
    await canvas.press('Escape')
    await expect(node, each).toBeFocused()
  }
  // What was selected meanwhile stays so, and nothing is selected by the focus that comes back.
  await canvas.press('Control+k')
  await page.keyboard.type('Select all of the same block')
  await canvas.press('Enter')
  await expect(node).toBeFocused()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(2)
  await canvas.press('Control+k')
  await page.keyboard.type('Select nothing')
  await canvas.press('Enter')
  await expect(node).toBeFocused()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0)
  const edit = page.getByRole('button', { name: 'Edit', exact: true })
  await edit.click()
  await page.getByRole('menuitem', { name: 'This diagram' }).click()
  await page.getByRole('menuitem', { name: /^Symbols/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await canvas.press('Escape')
  await expect(edit).toBeFocused()
})
