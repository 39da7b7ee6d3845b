// What once only the file could say: variants, phases, symbols, sources, ports, parameters of modules, shared weights.
import { expect, test } from './pages/story'

test('a variant, a phase, a symbol under another name, a source: each is one step back', async ({ canvas, page }) => {
  await canvas.press('Control+,')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Add source' }).fill('Learning to read')
  await canvas.press('Enter')
  await expect(sheet.getByRole('textbox', { name: 'Title', exact: true }).last()).toHaveValue('Learning to read')

  await sheet.getByRole('tab', { name: 'Variants' }).click()
  await sheet.getByRole('textbox', { name: 'Add variant' }).fill('ViT-Tiny')
  await canvas.press('Enter')
  await sheet.getByRole('textbox', { name: 'vision_width, ViT-Tiny' }).fill('192')
  await canvas.press('Enter')

  await sheet.getByRole('tab', { name: 'Phases' }).click()
  await sheet.getByRole('textbox', { name: 'Add phase' }).fill('Tuning')
  await canvas.press('Enter')
  await sheet.getByRole('textbox', { name: 'Objective' }).last().fill('Contrast')
  await canvas.press('Enter')

  await sheet.getByRole('tab', { name: 'Symbols' }).click()
  await expect(sheet.getByRole('button', { name: 'Remove B', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await sheet.getByRole('textbox', { name: 'Name of vision_width' }).fill('d_vision')
  await canvas.press('Enter')
  await expect(sheet.getByRole('textbox', { name: 'Value of d_vision' })).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Name of d_vision' }).fill('text_width')
  await canvas.press('Enter')
  await expect(page.getByText('There is a symbol “text_width” already.')).toBeVisible()
  await canvas.press('Escape')
  await canvas.press('Escape')

  await expect(page.getByRole('combobox', { name: 'Variant' })).toHaveValue('ViT-Tiny')
  await expect(page.getByRole('combobox', { name: 'Training' })).toHaveValue('Tuning')
  for (let i = 0; i < 6; i++) await canvas.press('Control+z')
  await expect(page.getByRole('combobox', { name: 'Variant' })).toHaveValue('ViT-B/32')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})

test('ports and parameters of a module change at every instance', async ({ canvas, page }) => {
  await canvas.select('image_encoder/blocks')
  const { inspector } = canvas
  await inspector.getByRole('textbox', { name: 'Name of the module' }).fill('Vision layer')
  await canvas.press('Enter')
  await expect(inspector.getByRole('heading', { name: 'Vision layer' })).toBeVisible()
  await inspector.getByText('Parameters of the module').click()
  await inspector.getByRole('textbox', { name: 'Name of heads' }).fill('n_heads')
  await canvas.press('Enter')
  await inspector.getByText('Ports', { exact: true }).click()
  await inspector.getByRole('textbox', { name: 'Add port' }).first().fill('mask')
  await canvas.press('Enter')
  await inspector.getByRole('combobox', { name: 'Kind of mask' }).selectOption('mask')
  await expect(page.getByRole('button', { name: /problem/ })).toBeVisible()
  await inspector.getByRole('checkbox', { name: 'may stay open' }).last().check()
  await canvas.rest()
  await expect(canvas.port('image_encoder/blocks', 'input', 'mask')).toBeAttached()
  await expect.poll(() => canvas.totals()).toMatch(/151M/)
})

test('two projections share their weights', async ({ canvas, page }) => {
  await canvas.select('text_projection')
  await canvas.inspector.getByRole('combobox', { name: 'Shares the weights of' }).selectOption('image_projection')
  await expect.poll(async () => canvas.totals()).toMatch(/151M/)
  await canvas.press('Control+z')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})

test.describe('PaliGemma', () => {
  test.use({ diagram: 'paligemma' })

  test('a size opens in its own phase, and how a fact is known is said where numbers rest on it', async ({
    canvas,
    page,
  }) => {
    const phase = page.getByRole('combobox', { name: 'Training' })
    await page.getByRole('combobox', { name: 'Variant' }).selectOption('896')
    await expect(phase).toHaveValue('resolution-896')

    await canvas.press('Control+,')
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('tab', { name: 'Variants' }).click()
    await sheet.getByRole('combobox', { name: 'Opens in, 448' }).selectOption('transfer')
    await sheet.getByRole('tab', { name: 'Symbols' }).click()
    await sheet.getByRole('combobox', { name: 'How it is known, lm_mlp_dim' }).selectOption('memory')
    await canvas.press('Escape')
    await page.getByRole('combobox', { name: 'Variant' }).selectOption('448')
    await expect(phase).toHaveValue('transfer')
    await canvas.select('decoder')
    await expect(canvas.inspector.getByText('lm_mlp_dim from memory')).toBeVisible()
  })
})
