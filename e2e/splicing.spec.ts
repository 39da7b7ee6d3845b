// A node that is there already put on an edge, and taken out of its chain: by mouse and by keyboard.
import type { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Takes a node by its middle to a point; what is looked at there happens before the hand lets go. */
async function hold(canvas: Canvas, path: string, to: { x: number; y: number }, look: () => Promise<unknown>) {
  const { page } = canvas
  const box = await canvas.boxOf(canvas.node(path))
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 4, y - 4)
  await page.mouse.move(to.x, to.y + 3, { steps: 5 })
  await look()
  await page.mouse.up()
  await canvas.rest()
}

async function standsBetween(canvas: Canvas, id: string, from: string, to: string) {
  await expect(canvas.edge(`#${from}>${id}.x`)).toBeAttached()
  await expect(canvas.edge(`#${id}.x>${to}`)).toBeAttached()
  const [a, b, c] = await Promise.all([from, id, to].map((end) => canvas.boxOf(canvas.node(end.split('.')[0]!))))
  expect(b!.x).toBeGreaterThan(a!.x + a!.width)
  expect(c!.x).toBeGreaterThan(b!.x + b!.width)
}

test('by mouse: onto an edge, refused with the reason, with Shift from chain to chain and out', async ({
  canvas,
  page,
}) => {
  const hint = page.getByRole('tooltip')
  await page.getByRole('complementary', { name: 'Palette' }).getByRole('searchbox').fill('layer norm')
  await canvas.press('Enter')
  await canvas.rest()
  const loose = await page.getByTestId('totals').innerText()

  await hold(canvas, 'layerNorm', await canvas.middleOf('#text.ids>text_encoder.ids'), () =>
    expect(hint).toHaveText('text.ids gives ids, and layerNorm.x takes tokens or vector.'),
  )
  await expect(canvas.edge('#text.ids>text_encoder.ids')).toBeAttached()
  await expect(canvas.notices.first()).toContainText('text.ids gives ids')
  await canvas.press('Control+z')
  await canvas.rest()

  const chain = await canvas.middleOf('#text_encoder.x>text_projection.x')
  await hold(canvas, 'layerNorm', chain, () => expect(hint).toHaveCount(0))
  await standsBetween(canvas, 'layerNorm', 'text_encoder.x', 'text_projection.x')

  // What stands in a chain is only moved, but for Shift.
  const other = await canvas.middleOf('#image_encoder.x>image_projection.x')
  await hold(canvas, 'layerNorm', other, async () => {
    await expect(hint).toContainText('Hold Shift')
    await page.keyboard.down('Shift')
    await expect(hint).toHaveCount(0)
  })
  await page.keyboard.up('Shift')
  await standsBetween(canvas, 'layerNorm', 'image_encoder.x', 'image_projection.x')
  await expect(canvas.edge('#text_encoder.x>text_projection.x')).toBeAttached()

  await hold(canvas, 'layerNorm', { x: 640, y: 700 }, () => page.keyboard.down('Shift'))
  await page.keyboard.up('Shift')
  await expect(canvas.edge('#image_encoder.x>image_projection.x')).toBeAttached()
  await expect(page.locator('[data-edge*="layerNorm"]')).toHaveCount(0)
  expect(await page.getByTestId('totals').innerText()).toBe(loose)
  await canvas.press('Control+z')
  await standsBetween(canvas, 'layerNorm', 'image_encoder.x', 'image_projection.x')
})

test('by keyboard: the edge from a list, what does not fit with its reason; taken out, deleted, the chain heals', async ({
  canvas,
  page,
}) => {
  const spoken = page.locator('[aria-live]').filter({ hasText: /\S/ }).last()
  await canvas.select('text_norm')
  await canvas.press('Shift+J')
  const list = page.getByRole('dialog')
  await expect(list).toContainText('Put L2 norm on which edge?')
  await page.keyboard.type('text')
  await expect(list.getByRole('option', { name: /Text · ids → Text encoder/ })).toContainText('text.ids gives ids')
  await canvas.press('Control+a')
  await page.keyboard.type('image encoder · x')
  await canvas.press('Enter')
  await canvas.rest()
  await standsBetween(canvas, 'text_norm', 'image_encoder.x', 'image_projection.x')
  await expect(canvas.edge('#text_projection.x>similarity.b')).toBeAttached()
  await expect(canvas.node('text_norm')).toBeFocused()
  await expect(spoken).toHaveText('Put L2 norm on an edge')

  await canvas.press('Shift+X')
  await expect(canvas.edge('#image_encoder.x>image_projection.x')).toBeAttached()
  await expect(spoken).toHaveText('Take L2 norm out of its chain')
  await canvas.press('Shift+X')
  await expect(canvas.notices.first()).toContainText('It stands in no chain.')

  await canvas.press('Control+z')
  await expect(canvas.edge('#image_encoder.x>text_norm.x')).toBeAttached()
  await canvas.press('Delete')
  await expect(canvas.edge('#image_encoder.x>image_projection.x')).toBeAttached()
})
