// A lecturer's story: Flamingo in another size and phase, opened up, moved, undone.
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

test('Flamingo: switch variant and phase, unfold, drag, undo, redo', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('flamingo')
  await expect.poll(() => canvas.totals()).toMatch(/^80\.\dB parameters/)

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

test('unfolding the gated cross-attention leaves every other box of the overview in its row', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('flamingo')
  await canvas.rest()
  const rows = async () => {
    const boxes = (await canvas.boxes()).filter(({ path }) => !path.includes('/')).sort((a, b) => a.y - b.y)
    const found: string[][] = []
    let reach = -Infinity
    for (const { path, x, y, height } of boxes) {
      if (y >= reach) found.push([])
      reach = Math.max(reach, y + height)
      found.at(-1)!.push(`${String(Math.round(x)).padStart(6)} ${path}`)
    }
    // From left to right, without saying where. The one that holds the block grows, which moves its left edge, so it
    // belongs to its row and is not named in it.
    return found.map((row) => {
      const names = row.sort().map((each) => each.trim().split(' ').at(-1))
      return names.filter((name) => name !== 'groups')
    })
  }
  const before = await rows()
  expect(before).toHaveLength(3)
  const places = await canvas.places()
  await canvas.fold('groups/xattn')
  await expect(canvas.node('groups/xattn/attention')).toBeAttached()
  expect(await rows()).toEqual(before)

  await canvas.select('groups/xattn')
  await canvas.press('.')
  await expect(canvas.node('groups/xattn/attention')).toHaveCount(0)
  await canvas.rest()
  expect(await canvas.places()).toBe(places)
  expect(canvas.problems).toEqual([])
})
