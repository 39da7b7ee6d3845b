// Building at ports: what fits, connecting by keyboard, taking an edge's end elsewhere, ready modules.
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

let canvas: Canvas

test.beforeEach(async ({ page }) => {
  canvas = new Canvas(page)
  await canvas.open('clip')
})

test.afterEach(() => {
  expect(canvas.problems).toEqual([])
})

test('with an arrow: only what fits is offered, and it is joined to the port', async ({ page }) => {
  await canvas.select('text_norm')
  await canvas.press('Control+ArrowRight')
  const list = page.getByRole('dialog')
  await expect(list).toContainText('What takes L2 norm · x')
  await expect(list.getByRole('option', { name: /^Linear/ })).toBeVisible()
  await expect(list.getByRole('option', { name: /^LM loss/ })).toHaveCount(0)
  await page.keyboard.type('drop')
  await page.keyboard.press('Escape')
  await canvas.press('Control+ArrowRight')
  await expect(list).toContainText('What takes')
  await page.keyboard.type('linear')
  await page.keyboard.press('Enter')
  await expect(canvas.node('linear')).toHaveClass(/selected/)
  await expect(canvas.edge('#text_norm.x>linear.x')).toBeAttached()
  // It is as wide as what comes in, so that nothing clashes.
  await expect(canvas.inspector.getByRole('textbox', { name: 'Width', exact: true })).toHaveValue('embed_dim')
})

test('a click on a port asks what fits there; before an input that is fed it is put in between', async ({ page }) => {
  await canvas.select('similarity')
  await canvas.port('similarity', 'input', 'b').click()
  await expect(page.getByRole('dialog')).toContainText('What gives Similarity · b')
  await page.keyboard.type('activation')
  await page.keyboard.press('Enter')
  await expect(canvas.edge('#text_norm.x>activation.x')).toBeAttached()
  await expect(canvas.edge('#activation.x>similarity.b')).toBeAttached()
})

test('connected by keyboard: what does not fit says why and offers the repair', async ({ page }) => {
  await canvas.select('image_encoder')
  await canvas.press('e')
  await expect(page.getByRole('dialog')).toContainText('Connect which port?')
  await page.keyboard.type('output')
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog')
  await expect(list).toContainText('Connect Image encoder · x to')
  await page.keyboard.type('similarity')
  const option = list.getByRole('option', { name: /^Similarity · b/ })
  await expect(option).toContainText(/768/)
  await option.click()
  await page.getByRole('button', { name: /^Insert Linear/ }).click()
  await expect(canvas.edge('#image_encoder.x>linear.x')).toBeAttached()
  await expect(canvas.edge('#linear.x>similarity.b')).toBeAttached()
})

test('an end of an edge is taken to another port, by hand and by keyboard', async ({ page }) => {
  const { x, y } = await canvas.middleOf('#text_norm.x>similarity.b')
  await page.mouse.click(x, y)
  const grip = await canvas.boxOf(page.getByRole('button', { name: 'Move the start of the edge' }))
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(grip.x, grip.y - 30, { steps: 3 })
  const port = await canvas.boxOf(canvas.port('text_projection', 'output', 'x'))
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(canvas.edge('#text_projection.x>similarity.b')).toBeAttached()
  await expect(canvas.edge('#text_norm.x>similarity.b')).toHaveCount(0)
  await canvas.press('e')
  await expect(page.getByRole('dialog')).toContainText('Which end')
  await page.keyboard.type('start')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Connect Similarity · b to')
  await page.keyboard.type('L2 norm')
  await page.getByRole('option', { name: /text_norm/ }).click()
  await expect(canvas.edge('#text_norm.x>similarity.b')).toBeAttached()
})

test('a ready module goes where the selection says, with its symbols', async ({ page }) => {
  await canvas.select('text_norm')
  const palette = page.getByRole('complementary', { name: 'Palette' })
  await palette.getByRole('searchbox').fill('projector')
  await palette.getByRole('button', { name: 'MLP projector' }).click()
  await expect(canvas.edge('#text_norm.x>projector.x')).toBeAttached()
  await canvas.press('Control+z')
  await palette.getByRole('searchbox').fill('q-former')
  await canvas.select('image_encoder')
  await palette.getByRole('button', { name: 'Q-Former' }).hover()
  await expect(page.getByRole('tooltip')).toContainText('32 learned queries')
  await palette.getByRole('button', { name: 'Q-Former' }).click()
  await expect(canvas.node('q_former')).toBeAttached()
  await canvas.press('Escape')
  await expect(canvas.inspector.getByText('qformer_width', { exact: true })).toBeVisible()
})

test('the menu of a port', async ({ page }) => {
  await canvas.select('similarity')
  await canvas.port('similarity', 'input', 'b').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Take the edges away' }).click()
  await expect(canvas.edge('#text_norm.x>similarity.b')).toHaveCount(0)
  await expect(canvas.edge('#image_norm.x>similarity.a')).toBeAttached()
})
