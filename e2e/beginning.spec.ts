// A new document: blank, from a family's pattern, from a diagram that there is; and the gallery, searched.
import AxeBuilder from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, test } from './pages/story'
import { titleField } from './pages/canvas'

async function openGallery(page: Page) {
  await page.getByRole('button', { name: 'Gallery of diagrams' }).click()
  return page.getByRole('dialog', { name: 'Gallery' })
}

async function run(page: Page, command: string) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

test('a blank diagram offers beginnings as pictures, and the first block ends that', async ({ canvas, page }) => {
  await run(page, 'New blank diagram')
  await expect(titleField(page)).toHaveValue('Untitled')
  const beginnings = page.getByRole('region', { name: /^Begin with a pattern/ })
  await expect(beginnings.getByRole('button', { name: 'Two towers' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('.empty-canvas').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('complementary', { name: 'Palette' }).getByRole('button', { name: 'Image', exact: true }).click()
  await expect(canvas.node('image')).toBeAttached()
  await expect(beginnings).toHaveCount(0)
  await page.reload()
  await canvas.ready()
  await expect(canvas.node('image')).toBeAttached()
})

test('from a pattern on the empty canvas: typed, trainable, in two phases', async ({ canvas, page }) => {
  await run(page, 'New blank diagram')
  await page.getByRole('button', { name: 'Projector to a language model' }).click()
  await expect(titleField(page)).toHaveValue('Projector to a language model')
  await expect(canvas.node('projector')).toBeAttached()
  await expect.poll(() => canvas.totals()).toMatch(/21M trainable/)
  await page.getByRole('combobox', { name: 'Training' }).selectOption('instruction')
  await expect.poll(() => canvas.totals()).toMatch(/6\.76B trainable/)
})

test('every pattern opens from the gallery', async ({ canvas, page }) => {
  for (const name of [
    'Two towers',
    'One tower with experts',
    'Resampler and gated cross-attention',
    'Vision encoder and encoder–decoder',
  ]) {
    const gallery = await openGallery(page)
    await gallery.getByRole('button', { name, exact: true }).click()
    await expect(titleField(page)).toHaveValue(name)
    await expect(canvas.nodes.first()).toBeAttached()
    await canvas.rest()
  }
})

test('a fork goes on beside what it came from', async ({ page }) => {
  await titleField(page).fill('My CLIP')
  await titleField(page).press('Enter')
  await run(page, 'Begin a copy of this diagram')
  await expect(titleField(page)).toHaveValue('Copy of My CLIP')
  const gallery = await openGallery(page)
  const own = gallery.getByRole('region', { name: 'Your documents' })
  await expect(own.getByRole('button', { name: /^My CLIP/ })).toBeVisible()
  await expect(own.getByRole('button', { name: /^Copy of My CLIP/ })).toBeVisible()
  const card = gallery.getByRole('button', { name: /^PaLI \d{4}/ })
  await card.scrollIntoViewIfNeeded()
  await card.hover()
  await gallery.getByRole('button', { name: 'Begin from PaLI', exact: true }).click()
  await expect(titleField(page)).toHaveValue('Copy of PaLI')
})

test('the gallery is searched by name, author, family and year, in any language', async ({ page }) => {
  const gallery = await openGallery(page)
  const search = gallery.getByRole('searchbox')
  const published = gallery.getByRole('region', { name: 'Published models' })
  const names = () => published.getByRole('listitem').locator('b').allInnerTexts()
  await search.fill('alayrac 2022 gated')
  await expect.poll(names).toEqual(['Flamingo'])
  await search.fill('双塔 2021')
  await expect.poll(names).toContain('CLIP')
  expect(await names()).not.toContain('Flamingo')
  await search.fill('nothing like that')
  await expect(published).toContainText('No published model matches')
  await search.fill('')
  await published.getByRole('combobox', { name: 'Family' }).selectOption({ label: 'One tower' })
  await expect.poll(names).toContain('LIMoE')
  expect(await names()).not.toContain('CLIP')
  await published
    .getByRole('button', { name: /^LIMoE/ })
    .first()
    .press('Enter')
  await expect(titleField(page)).toHaveValue('LIMoE')
})

test('the gallery is a map of the field: by size, by what is trained, and from a model to what it is made of', async ({
  page,
}) => {
  const gallery = await openGallery(page)
  await gallery.getByLabel('Arrange by').selectOption('By size')
  const shelf = gallery.getByRole('region', { name: '100B parameters and more' })
  await expect(shelf.getByRole('button', { name: /^PaLM/ })).toBeVisible()
  await gallery.getByLabel('Arrange by').selectOption('By what is trained')
  const partly = gallery.getByRole('region', { name: 'Part is frozen' })
  await expect(partly.getByRole('button', { name: /^OpenFlamingo .* of 8.13B trained/ })).toBeVisible()
  await partly.getByRole('listitem').filter({ hasText: 'OpenFlamingo' }).getByRole('button', { name: 'CLIP' }).click()
  await expect(gallery.getByRole('button', { name: /^CLIP ?2021/ })).toBeFocused()
})
