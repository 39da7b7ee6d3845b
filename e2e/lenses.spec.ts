// The lenses under a hand: what is drawn along and stepped with keys, by mouse, keyboard and finger, in a talk and from a block.
import { expect, test, type Locator } from '@playwright/test'
import { Canvas } from './pages/canvas'

test.use({ hasTouch: true })

const middleOf = async (handle: Locator) => {
  const { x, y, width, height } = (await handle.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

test('a lens in a talk: dragged, stepped by keys, drawn by a finger, and left by the clicker', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('?diagram=flamingo&talk=6')
  const step = page.getByRole('dialog', { name: 'Talk' }).getByRole('heading', { level: 2 })
  const mask = page.getByRole('region', { name: 'Which token sees which image' })
  const second = mask.getByRole('slider', { name: '<image> 2', exact: true })
  await expect(second).toHaveAttribute('aria-valuenow', '3')

  await test.step('a tag follows the mouse as far as the next one', async () => {
    const from = await middleOf(second)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 50, from.y, { steps: 4 })
    await page.mouse.move(from.x + 500, from.y, { steps: 4 })
    await page.mouse.up()
    await expect(second).toHaveAttribute('aria-valuenow', '5')
    await expect(mask.getByRole('img')).toHaveAttribute('aria-label', /^φ = 1 1 1 1 1 2 3 /)
  })

  await test.step('and the arrow keys, which stay with it', async () => {
    await second.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(second).toBeFocused()
    await expect(second).toHaveAttribute('aria-valuenow', '3')
    await page.keyboard.press('Home')
    await expect(second).toHaveAttribute('aria-valuenow', '1')
  })

  await test.step('a finger draws a slider and does not turn the page', async () => {
    const hand = await context.newCDPSession(page)
    const slider = mask.getByRole('slider', { name: /^Tokens/ })
    const { x, y, width, height } = (await slider.boundingBox())!
    const at = (share: number) => [{ x: x + width * share, y: y + height / 2 }]
    await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.55) })
    for (const share of [0.4, 0.2, 0.02])
      await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) })
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(slider).toHaveValue('6')
    await expect(step).toHaveText('Which token sees which image?')
  })

  await test.step('the clicker goes on, whatever has the focus, and another lens begins as its step says', async () => {
    await second.focus()
    for (let at = 7; at <= 9; at++) await page.keyboard.press('PageDown')
    await expect(step).toHaveText('The gate')
    const gate = page.getByRole('region', { name: 'Tanh gate' })
    await gate.getByRole('slider', { name: 'α', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(gate.getByRole('img')).toHaveAttribute('aria-label', /^α = 0.100: tanh\(α\) = 0.100/)
    await gate.getByRole('button', { name: 'As in the diagram' }).click()
    await expect(gate.getByRole('img')).toHaveAttribute('aria-label', /^α = 0.000/)
  })
})

test('a lens from a folded part has the numbers of the diagram', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('open-flamingo')
  await canvas.select('resampler')
  await canvas.press('Shift+L')
  const lens = page.getByRole('region', { name: 'Perceiver Resampler' })
  await expect(lens.getByRole('img')).toHaveAttribute('aria-label', /^256 → 64; Keys, values 320/)
  await expect(lens.getByText('From the diagram: Frames T 1, Features per frame S 256, Latents R 64.')).toBeVisible()
  await lens.getByRole('slider', { name: 'Frames T 1' }).fill('8')
  await expect(lens.getByRole('img')).toHaveAttribute('aria-label', /^2,048 → 64; Keys, values 2,112/)
  expect(canvas.problems).toEqual([])
})
