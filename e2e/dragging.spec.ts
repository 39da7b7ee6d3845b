// Dragging: guides and snapping, free with Ctrl, copies with Alt, locked nodes stay.
import type { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

/** Moves by pixels of the screen with keys held. */
async function drag(canvas: Canvas, path: string, dx: number, dy: number, keys: readonly string[] = []) {
  const { page } = canvas
  const box = await canvas.boxOf(canvas.node(path))
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  // The first few pixels are what makes it a drag.
  await page.mouse.move(x + Math.sign(dx) * 3, y + Math.sign(dy) * 3)
  for (const key of keys) await page.keyboard.down(key)
  await page.mouse.move(x + dx, y + dy, { steps: 8 })
  await page.mouse.up()
  for (const key of keys) await page.keyboard.up(key)
  await canvas.rest()
}

test('a node that comes near a line with others snaps to it, and with Ctrl it does not', async ({ canvas }) => {
  const [one, other] = await Promise.all(['text_norm', 'logit_scale'].map((path) => canvas.boxOf(canvas.node(path))))
  const dy = other!.y + other!.height / 2 - one!.y - one!.height / 2
  const middle = async (path: string) =>
    (await canvas.placeOf(path)).y +
    (await canvas.node(path).evaluate((node) => parseFloat((node as HTMLElement).style.height))) / 2
  const line = await middle('logit_scale')
  await drag(canvas, 'text_norm', 30, dy - 4)
  expect(Math.abs((await middle('text_norm')) - line)).toBeLessThan(1)
  await canvas.press('Control+z')
  await canvas.rest()
  await drag(canvas, 'text_norm', 30, dy, ['Control'])
  expect(Math.abs((await middle('text_norm')) - line)).toBeGreaterThan(2)
})

test('with Alt a copy is what moves, as one step', async ({ canvas }) => {
  const before = await canvas.placeOf('text_norm')
  await drag(canvas, 'text_norm', -40, 90, ['Alt'])
  await expect(canvas.node('text_norm_2')).toHaveClass(/selected/)
  await expect(canvas.edge('#text_projection.x>text_norm_2.x')).toBeAttached()
  const [original, copy] = await Promise.all([canvas.placeOf('text_norm'), canvas.placeOf('text_norm_2')])
  expect(Math.abs(original.y - before.y)).toBeLessThan(40)
  expect(copy.y).toBeGreaterThan(original.y + 60)
  await canvas.press('Control+z')
  await expect(canvas.node('text_norm_2')).toHaveCount(0)
})

test('a locked node stays under the hand', async ({ canvas }) => {
  await canvas.select('text_norm')
  await canvas.press('Control+Shift+l')
  await canvas.rest()
  const before = await canvas.placeOf('text_norm')
  await drag(canvas, 'text_norm', 60, 60)
  expect(await canvas.placeOf('text_norm')).toEqual(before)
})
