// Copy and paste within a diagram, between windows, from and to other programs.
import { expect, test, type Page } from '@playwright/test'
import { Canvas, titleField } from './pages/canvas'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

function clipboardTypes(page: Page) {
  return page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types))
}

test('copy, paste beside the original, cut, put back, undo', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.select('text_norm')
  await canvas.press('Control+c')
  await canvas.press('Control+v')
  await expect(canvas.node('text_norm_2')).toHaveClass(/selected/)
  await expect(canvas.edge('#text_projection.x>text_norm_2.x')).toBeAttached()

  await canvas.press('Control+z')
  await expect(canvas.node('text_norm_2')).toHaveCount(0)
  await canvas.select('text_norm')
  await canvas.press('Control+x')
  await expect(canvas.node('text_norm')).toHaveCount(0)
  await expect(canvas.edge('#text_projection.x>similarity.b')).toBeAttached()
  await canvas.press('Control+v')
  await expect(canvas.edge('#text_projection.x>text_norm.x')).toBeAttached()
  await expect(canvas.edge('#text_norm.x>similarity.b')).toBeAttached()
  await canvas.press('Control+z')
  await canvas.press('Control+z')
  await expect(canvas.node('text_norm')).toHaveClass(/selected/)
  expect(canvas.problems).toEqual([])
})

test('what was copied is a picture for slides and text for Frieze', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.select('text_encoder')
  await canvas.press('Control+c')
  await expect
    .poll(() => clipboardTypes(page))
    .toEqual(expect.arrayContaining(['text/plain', 'text/html', 'image/png']))
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(text)).toMatchObject({ version: 1, nodes: [{ id: 'text_encoder' }] })

  await canvas.press('Control+Shift+c')
  await expect(page.getByText('Copied: PNG')).toBeVisible()
  expect(await clipboardTypes(page)).toEqual(['image/png'])
  expect(canvas.problems).toEqual([])
})

test('from one window into another: modules and symbols come along, and it is fed by what is selected', async ({
  context,
  page,
}) => {
  const from = new Canvas(page)
  await from.open('flamingo')
  await from.select('resampler')
  await from.press('Control+c')
  await expect.poll(() => clipboardTypes(page)).toContain('image/png')

  const other = await context.newPage()
  const to = new Canvas(other)
  await to.open('pali')
  const path = await to.nodes.first().getAttribute('data-id')
  await to.select(path!)
  await to.press('Control+v')
  await expect(to.node('resampler')).toHaveClass(/selected/)
  await to.press('Control+z')
  await expect(to.node('resampler')).toHaveCount(0)
  expect([...from.problems, ...to.problems]).toEqual([])
})

test('a whole diagram from text: put in as a group, or opened', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('Copy as JSON')
  await canvas.press('Enter')
  await expect(page.getByText('Copied: JSON')).toBeVisible()
  await canvas.open('flamingo')
  await canvas.press('Control+v')
  await page.getByRole('button', { name: 'Put it in as a group' }).click()
  await expect(canvas.node('CLIP')).toBeAttached()
  await expect(titleField(page)).toHaveValue('Flamingo')
  await canvas.press('Control+z')
  await canvas.press('Control+v')
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(titleField(page)).toHaveValue('CLIP')
  expect(canvas.problems).toEqual([])
})

test('text that is no diagram changes nothing and says so; as a label it is one', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await page.evaluate(() => navigator.clipboard.writeText('Projector  of text'))
  await canvas.select('text_norm')
  await canvas.press('Control+v')
  await expect(page.getByText(/Nothing of it can be put into a diagram/)).toBeVisible()
  await canvas.press('Control+Shift+v')
  await expect(canvas.node('text_norm')).toHaveAttribute('aria-label', /^Projector of text/)
  await page.evaluate(() => navigator.clipboard.writeText('{"version": 1, "nodes": 3}'))
  await canvas.press('Control+v')
  await expect(page.getByRole('dialog')).toContainText('What was pasted')
  expect(canvas.problems).toEqual([])
})
