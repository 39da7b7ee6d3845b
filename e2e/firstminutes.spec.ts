// The first minutes: tips come where a hand hesitates, beside the diagram and not over it, and go for good when sent away.
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

test('a tip comes, lies over nothing, goes for good, and can be had again', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const canvas = new Canvas(page)
  await canvas.open('clip')
  const tip = page.getByRole('complementary', { name: 'Tip' })
  await expect(tip).toHaveCount(0)
  await canvas.select('image_encoder/blocks')
  await expect(tip).toBeVisible()
  await expect(tip).toContainText('inside')
  const card = await canvas.boxOf(tip)
  const hidden = await page.evaluate(
    ({ x, y, width, height }) =>
      [...document.querySelectorAll('.react-flow__node, [data-edge]')].filter((element) => {
        const box = element.getBoundingClientRect()
        const isApart =
          box.right <= x || box.bottom <= y || box.left >= x + width || box.top >= y + height || box.width === 0
        return !isApart && element.matches('.react-flow__node')
      }).length,
    card,
  )
  expect(hidden).toBe(0)
  await tip.getByRole('button', { name: 'Do not show this tip again' }).click()
  await expect(tip).toHaveCount(0)
  await page.reload()
  await canvas.ready()
  await canvas.select('image_encoder/blocks')
  await canvas.select('similarity')
  await expect(tip).toContainText('port')
  for (const isOn of [false, true]) {
    await canvas.press('Control+k')
    await page.getByPlaceholder('What do you want to do?').fill('Tips')
    await canvas.press('Enter')
    await canvas.press('Escape')
    if (!isOn) await expect(tip).toHaveCount(0)
  }
  await canvas.select('image_encoder/blocks')
  await expect(tip).toContainText('inside')
  expect(canvas.problems).toEqual([])
})

test('a number says by hovering, and by keyboard, how it comes about and who published it', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('flamingo')
  await canvas.select('vision')
  const number = canvas.inspector.getByRole('button', { name: /^435,286,116/ })
  await number.scrollIntoViewIfNeeded()
  await number.hover()
  await expect(page.getByRole('tooltip')).toContainText(/Published: 435M .*FL: Jean-Baptiste Alayrac 2022 .*Table 5/)
  await page.mouse.move(640, 790, { steps: 6 })
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await number.focus()
  await canvas.press('Enter')
  await expect(page.getByRole('tooltip')).toContainText('Parameters')
  await canvas.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  expect(canvas.problems).toEqual([])
})

test('a block says, where the hand rests, what it does and where that comes from', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  const { x, y, width, height } = await canvas.boxOf(canvas.node('similarity'))
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
  await expect(page.getByRole('tooltip')).toContainText(/Similarity.*Source: Radford/)
  await page.mouse.wheel(0, 40)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  // And what stands behind the number on it: 768 × 512.
  const weighty = await canvas.boxOf(canvas.node('image_projection'))
  await page.mouse.move(weighty.x + 20, weighty.y + 10, { steps: 3 })
  await expect(page.getByRole('tooltip')).toContainText(/Linear.*393,216\s*Parameters/)
  expect(canvas.problems).toEqual([])
})
