// What hands expect of an editor: select, add, remove, undo, by mouse and by keyboard; and what it says to bad input.
import { expect, test } from './pages/story'
import { titleField } from './pages/canvas'

test('a shape that does not fit is refused, and the repair is one press away', async ({ canvas, page }) => {
  await canvas.startEdge(['image_encoder', 'x'], ['similarity', 'b'])
  await expect(page.getByRole('tooltip')).toContainText(/768/)
  await page.mouse.up()
  await page.getByRole('button', { name: /^Insert a Linear/ }).click()
  await expect(canvas.edge('#image_encoder.x>linear.x')).toBeAttached()
  await expect(canvas.edge('#linear.x>similarity.b')).toBeAttached()
  await canvas.press('Control+z')
  await expect(canvas.edge('#text_norm.x>similarity.b')).toBeAttached()
})

test('a box selects, Delete removes, one undo brings all back', async ({ canvas, page }) => {
  const [first, last] = await Promise.all(['image_norm', 'image_projection'].map((id) => canvas.boxOf(canvas.node(id))))
  // Beside the edge that runs there.
  const left = Math.min(first!.x, last!.x) - 44
  const top = Math.min(first!.y, last!.y) - 8
  await page.mouse.move(left, top)
  await page.mouse.down()
  await page.mouse.move(left + 40, top + 20, { steps: 3 })
  await page.mouse.move(
    Math.max(first!.x + first!.width, last!.x + last!.width) + 8,
    Math.max(first!.y + first!.height, last!.y + last!.height) + 8,
    { steps: 5 },
  )
  await page.mouse.up()
  await expect(canvas.node('image_norm')).toHaveClass(/selected/)
  await expect(canvas.node('image_projection')).toHaveClass(/selected/)
  await canvas.press('Delete')
  await expect(canvas.node('image_norm')).toHaveCount(0)
  await expect(canvas.node('image_projection')).toHaveCount(0)
  await canvas.press('Control+z')
  await expect(canvas.node('image_norm')).toHaveClass(/selected/)
  await expect(canvas.edge('#image_norm.x>similarity.a')).toBeAttached()
})

test('Escape selects nothing, however often it is pressed', async ({ canvas, page }) => {
  await canvas.select('text_norm')
  await canvas.node('text_norm').focus()
  const selected = page.locator('.react-flow__node.selected')
  await expect(selected).toHaveCount(1)
  for (let times = 0; times < 2; times++) {
    await canvas.press('Escape')
    await expect(canvas.node('text_norm')).toBeFocused()
    await expect(selected).toHaveCount(0)
  }
})

test('a click in the palette adds after the selection, a drop adds where the hand is', async ({ canvas, page }) => {
  await canvas.select('text_norm')
  const palette = page.getByRole('complementary', { name: 'Palette' })
  await palette.getByRole('searchbox').fill('activ')
  await palette.getByRole('button', { name: 'Activation' }).click()
  await expect(canvas.edge('#text_norm.x>activation.x')).toBeAttached()

  await canvas.fit()
  const ground = await canvas.boxOf(page.getByTestId('canvas'))
  const entry = await canvas.boxOf(palette.getByRole('button', { name: 'Activation' }))
  await page.mouse.move(entry.x + 20, entry.y + 10)
  await page.mouse.down()
  await page.mouse.move(ground.x + 60, ground.y + ground.height - 50, { steps: 6 })
  await page.mouse.up()
  await expect(canvas.node('activation_2')).toBeAttached()
})

test('by keyboard: focus, unfold, rename, nudge, undo', async ({ canvas, page }) => {
  await canvas.node('image_encoder/blocks').focus()
  await canvas.press('Shift+Tab')
  await canvas.press('Tab')
  await expect(canvas.node('image_encoder/blocks')).toHaveClass(/selected/)
  await canvas.press('.')
  await expect(canvas.node('image_encoder/blocks/attention')).toBeAttached()
  await expect(canvas.node('image_encoder/blocks')).toHaveClass(/selected/)
  await canvas.press('Enter')
  await page.keyboard.type('ViT layer')
  await canvas.press('Enter')
  await expect(canvas.node('image_encoder/blocks')).toHaveAttribute('aria-label', /^ViT layer × 12/)
  await canvas.rest()
  const before = await canvas.placeOf('image_encoder/blocks')
  await canvas.press('Shift+ArrowRight')
  await expect.poll(() => canvas.placeOf('image_encoder/blocks')).toEqual({ ...before, x: before.x + 8 })
  await canvas.press('Control+z')
  await canvas.press('Control+z')
  await expect(canvas.node('image_encoder/blocks')).toHaveAttribute('aria-label', /^Transformer block/)
})

test('inside a repeated module the picture says that all copies change', async ({ canvas, page }) => {
  await canvas.fold('image_encoder/blocks')
  await canvas.fit()
  await canvas.select('image_encoder/blocks/attention')
  await expect(page.getByTestId('shared-banner')).toContainText('12')
  await canvas.inspector.getByRole('textbox', { name: 'Heads', exact: true }).fill('nonsense')
  await expect(canvas.inspector.getByText(/Nothing is called “nonsense”/)).toBeVisible()
  await canvas.press('Escape')
})

test('a command by its name, a theme, a language', async ({ canvas, page }) => {
  await canvas.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('dark')
  await canvas.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Language', exact: true }).click()
  await page.getByRole('menuitem', { name: '日本語' }).click()
  await expect(page.getByRole('button', { name: '元に戻す' })).toBeVisible()
  await expect(canvas.node('image_encoder')).toHaveAttribute('aria-label', /^画像エンコーダ/)
})

test('the gallery opens another diagram', async ({ page }) => {
  await page.getByRole('button', { name: 'Gallery of diagrams' }).click()
  await page.getByRole('button', { name: /^PaLI \d{4}/ }).click()
  await expect(titleField(page)).toHaveValue('PaLI')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

const bad: [name: string, text: string, says: RegExp][] = [
  ['broken JSON', '{"version": 1, "nodes": [}', /not JSON.*line 1/],
  ['a later version', '{"version": 99, "about": {"title": "x"}, "nodes": [], "edges": []}', /version/],
  ['wrong types', '{"version": 1, "about": {"title": 3}, "nodes": {}, "edges": []}', /title/],
]
for (const [name, text, says] of bad) {
  test(`${name} is refused in words, and the open diagram stays`, async ({ canvas, page }) => {
    await page.evaluate((content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'bad.json', { type: 'application/json' }))
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, text)
    await expect(page.getByRole('dialog')).toContainText(says)
    await canvas.press('Escape')
    await expect(titleField(page)).toHaveValue('CLIP')
  })
}
