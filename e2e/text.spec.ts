// Texts in the picture: written in place, with input methods, in several languages.
import { expect, test } from './pages/story'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the language of the diagram is not that of the interface, and a label is written in it', async ({
  canvas,
  page,
}) => {
  const node = canvas.node('image_encoder')
  await page.getByRole('button', { name: 'Texts of the diagram' }).click()
  await page.getByRole('menuitem', { name: '日本語' }).click()
  await expect(node).toHaveAttribute('aria-label', /^画像エンコーダ/)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await canvas.select('image_encoder')
  await canvas.press('F2')
  await page.keyboard.type('視覚タワー')
  await canvas.press('Enter')
  await expect(node).toHaveAttribute('aria-label', /^視覚タワー/)
  await page.getByRole('button', { name: 'Texts of the diagram' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(node).toHaveAttribute('aria-label', /^Image encoder/)
})

test('an input method finishes its word before Enter ends the label', async ({ canvas, page }) => {
  await canvas.select('image_encoder')
  await canvas.press('F2')
  const field = page.getByRole('textbox', { name: /^New title/ })
  await expect(field).toBeFocused()
  const ime = await page.context().newCDPSession(page)
  await ime.send('Input.imeSetComposition', { text: 'が', selectionStart: 1, selectionEnd: 1 })
  await ime.send('Input.imeSetComposition', { text: 'がぞう', selectionStart: 3, selectionEnd: 3 })
  // The Enter that takes the proposal is the input method's own.
  await field.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true })
  await field.dispatchEvent('keydown', { key: 'Escape', code: 'Escape', isComposing: true, bubbles: true })
  await expect(field).toBeFocused()
  await ime.send('Input.insertText', { text: '画像' })
  await canvas.press('Enter')
  await expect(canvas.node('image_encoder')).toHaveAttribute('aria-label', /^画像/)
})

test('a formula in a label is drawn as an outline, and read out as text', async ({ canvas, page }) => {
  await canvas.select('image_projection')
  await canvas.press('F2')
  await page.keyboard.type('Project by $W_{\\alpha}$')
  await canvas.press('Enter')
  await expect(canvas.node('image_projection')).toHaveAttribute('aria-label', /^Project by W_α/)
  const width = async () => (await canvas.boxOf(canvas.node('image_projection'))).width
  const before = await width()
  await canvas.press('F2')
  await expect(page.getByRole('textbox', { name: /^New title/ })).toHaveValue('Project by $W_{\\alpha}$')
  await page.keyboard.type('Project by $W_{\\alpha} + W_{\\beta} + W_{\\gamma}$')
  await canvas.press('Enter')
  await expect.poll(width).toBeGreaterThan(before + 20)
  await canvas.inspector.getByRole('textbox', { name: 'Second line' }).fill('$\\wrong$')
  await canvas.press('Enter')
  await expect(canvas.inspector.getByText(/Undefined control sequence/)).toBeVisible()
})
