// What was done can be seen by name, gone back to and compared: the history list and the kept versions.
import { expect, test } from '@playwright/test'
import { Canvas, titleField } from './pages/canvas'

test('the history list names what was done, and a press goes there', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.select('image_encoder')
  await canvas.inspector.getByRole('radio', { name: 'frozen' }).click()
  await canvas.fold('text_encoder')
  await canvas.dragBy('similarity', 30, 20)

  await test.step('undo says what it takes back', async () => {
    await page.getByRole('button', { name: 'Undo' }).hover()
    await expect(page.getByRole('tooltip')).toContainText('Undo: Move Similarity')
  })

  await canvas.press('Shift+H')
  const list = page.getByRole('list', { name: 'Since the document was opened' })
  const lines = () => list.getByRole('button').allInnerTexts()
  await expect.poll(lines).toEqual(['Move Similarity', 'Fold Text encoder', 'Freeze Image encoder', 'As opened'])

  await test.step('back two steps, and forward again', async () => {
    await list.getByRole('button', { name: 'Freeze Image encoder' }).click()
    await expect(list.getByRole('button', { name: 'Freeze Image encoder' })).toHaveAttribute('aria-current', 'step')
    await expect(canvas.node('text_encoder/blocks')).toBeAttached()
    await list.getByRole('button', { name: /^Fold Text encoder/ }).click()
    await expect(canvas.node('text_encoder/blocks')).toHaveCount(0)
    await list.getByRole('button', { name: 'As opened' }).click()
    await expect.poll(() => canvas.totals()).toContain('151M trainable')
    await list.getByRole('button', { name: /^Move Similarity/ }).click()
  })

  await test.step('by keyboard, in another language', async () => {
    await list.getByRole('button', { name: 'Fold Text encoder' }).focus()
    await canvas.press('Enter')
    await expect(list.getByRole('button', { name: 'Fold Text encoder' })).toHaveAttribute('aria-current', 'step')
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitem', { name: '日本語' }).click()
    const japanese = page.getByRole('list', { name: '文書を開いてから' })
    await expect(japanese.getByRole('button', { name: '画像エンコーダ を凍結', exact: true })).toBeVisible()
  })
  expect(canvas.problems).toEqual([])
})

test('a version is compared before one goes back to it, and going back can be undone', async ({ page }) => {
  await page.clock.install()
  const canvas = new Canvas(page)
  await canvas.open('clip')
  const retitle = async (title: string) => {
    await titleField(page).fill(title)
    await titleField(page).press('Enter')
    await page.clock.runFor(1000)
  }
  await retitle('First')
  await page.clock.runFor(180_000)
  await canvas.select('image_projection')
  await canvas.press('Delete')
  await page.clock.runFor(1000)
  await retitle('Second')

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Kept versions …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Kept versions' })
  const versions = dialog.getByRole('list', { name: 'Kept versions' }).getByRole('button')
  await expect(versions).toHaveCount(2)
  await expect(versions.last()).toContainText('as opened')
  await versions.first().click()
  const difference = dialog.getByTestId('difference')
  await expect(difference.getByRole('listitem').filter({ hasText: 'Projection (image_projection)' })).toHaveCount(1)
  await expect(difference).toContainText('Second → First')
  await expect(dialog.getByRole('row', { name: /^Parameters/ })).toContainText('+')

  await dialog.getByRole('button', { name: 'Go back to this version' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(titleField(page)).toHaveValue('First')
  await expect(canvas.node('image_projection')).toBeAttached()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(titleField(page)).toHaveValue('Second')
  await expect(canvas.node('image_projection')).toHaveCount(0)
  expect(canvas.problems).toEqual([])
})
