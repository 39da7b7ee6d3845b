// A part of a diagram alone on the canvas, with the way back above it: by double click and by key, edited, undone, loaded again.
import { expect, test } from './pages/story'

test('a module alone: edited there, there again after a reload, up by the trail, out by Escape', async ({
  canvas,
  page,
}) => {
  const trail = page.getByRole('navigation', { name: 'Where this part lies' })
  const isAlone = async (path: string) => {
    await expect(canvas.node(path)).toBeAttached()
    await expect(canvas.node('loss')).toHaveCount(0)
    await canvas.rest()
  }
  // A double click with Ctrl opens a container alone, wherever it is folded.
  const box = await canvas.boxOf(canvas.node('image_encoder'))
  await page.keyboard.down('Control')
  await page.mouse.dblclick(box.x + 50, box.y + 14)
  await page.keyboard.up('Control')
  await isAlone('image_encoder/blocks')
  await expect(trail.locator('[aria-current]')).toHaveText('Image encoder')

  // One level further in by key, and something is changed there.
  await canvas.select('image_encoder/blocks')
  await canvas.press('Control+Shift+Enter')
  await isAlone('image_encoder/blocks/mlp')
  await expect(canvas.node('image_encoder/pool')).toHaveCount(0)
  const before = await canvas.totals()
  await canvas.select('image_encoder/blocks/mlp')
  await canvas.press('Delete')
  await expect(canvas.node('image_encoder/blocks/mlp')).toHaveCount(0)
  await expect.poll(() => canvas.totals()).not.toBe(before)

  // Loaded again, it is the same part that is there.
  await page.reload()
  await canvas.ready()
  await isAlone('image_encoder/blocks/attention')
  await expect(trail.locator('[aria-current]')).toHaveText(/block/i)
  await expect(canvas.node('image_encoder/blocks/mlp')).toHaveCount(0)

  // Up by the trail, one level.
  await trail.getByRole('button', { name: 'Image encoder' }).click()
  await isAlone('image_encoder/pool')
  await expect(canvas.node('image_encoder/blocks')).toHaveClass(/selected/)

  // Escape lets go of what is selected, then leaves for the whole.
  await canvas.press('Escape')
  await expect(canvas.node('image_encoder/blocks')).not.toHaveClass(/selected/)
  await canvas.press('Escape')
  await expect(canvas.node('loss')).toBeAttached()
  await expect(trail).toHaveCount(0)
  await expect(canvas.node('image_encoder')).toBeFocused()
})

test('what is undone from another level is undone all the same', async ({ canvas, page }) => {
  const trail = page.getByRole('navigation', { name: 'Where this part lies' })
  await canvas.select('image_encoder')
  await canvas.press('Control+Shift+Enter')
  await canvas.select('image_encoder/pool')
  await canvas.press('Delete')
  await expect(canvas.node('image_encoder/pool')).toHaveCount(0)
  await trail.getByRole('button', { name: 'Back to the whole diagram' }).click()
  await expect(canvas.node('loss')).toBeAttached()
  await canvas.press('Control+z')
  await canvas.select('image_encoder')
  await canvas.press('Control+Shift+Enter')
  await expect(canvas.node('image_encoder/pool')).toBeAttached()
  // Alone, what was done outside is undone too.
  await trail.getByRole('button', { name: 'CLIP' }).click()
  await canvas.select('image_norm')
  await canvas.press('Delete')
  await canvas.select('image_encoder')
  await canvas.press('Control+Shift+Enter')
  await expect(canvas.node('loss')).toHaveCount(0)
  await canvas.press('Control+z')
  await canvas.press('Escape')
  await canvas.press('Escape')
  await expect(canvas.node('image_norm')).toBeAttached()
})
