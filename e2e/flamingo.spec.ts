// A lecturer's story: Flamingo in another size and phase, opened up, moved, undone.
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

test('Flamingo: switch variant and phase, unfold, drag, undo, redo', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('flamingo')
  expect(await canvas.totals()).toMatch(/^80\.\dB parameters/)

  // The fine-tuning recipe was published for 80B, so the phase comes first.
  await page.getByRole('combobox', { name: 'Training' }).selectOption('finetuning')
  await expect.poll(() => canvas.totals()).toMatch(/10\.\d+B trainable/)
  await page.getByRole('combobox', { name: 'Variant' }).selectOption('3B')
  await expect.poll(() => canvas.totals()).toMatch(/^3\.\d+B parameters/)
  await canvas.rest()

  const gated = 'groups/xattn'
  await canvas.fold(gated)
  await expect(canvas.node(`${gated}/attention`)).toBeAttached()
  await canvas.fit()

  const start = await canvas.placeOf(gated)
  await canvas.dragBy(gated, 60, 40)
  const moved = await canvas.placeOf(gated)
  expect(Math.hypot(moved.x - start.x, moved.y - start.y)).toBeGreaterThan(20)

  await canvas.press('Control+z')
  await expect.poll(() => canvas.placeOf(gated)).toEqual(start)
  await canvas.press('Control+Shift+Z')
  await expect.poll(() => canvas.placeOf(gated)).toEqual(moved)

  expect(canvas.problems).toEqual([])
})
