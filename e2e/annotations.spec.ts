// Free texts and frames: put in, written, moved, found and taken away, by mouse and by keyboard.
import { expect, test, type Page } from '@playwright/test'
import { Canvas } from './pages/canvas'

let canvas: Canvas

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  canvas = new Canvas(page)
  await canvas.open('clip')
})

test.afterEach(() => {
  expect(canvas.problems).toEqual([])
})

const text = (page: Page, words: string) => page.getByRole('button', { name: `Text: ${words}` })

test('a text below a node goes along with it, by keyboard', async ({ page }) => {
  await canvas.select('similarity')
  await canvas.press('t')
  await page.keyboard.type('Scores $s_{ij}$')
  await canvas.press('Shift+Enter')
  await page.keyboard.type('of all pairs')
  await canvas.press('Enter')
  const area = text(page, 'Scores s_ij of all pairs')
  await expect(area).toBeFocused()
  await expect(area).toHaveAttribute('aria-pressed', 'true')
  const apart = async (written = area) => {
    const [words, node] = await Promise.all([canvas.boxOf(written), canvas.boxOf(canvas.node('similarity'))])
    return Math.round(words.y - node.y - node.height)
  }
  const before = await apart()
  expect(before).toBeGreaterThan(0)
  // It is nudged, edited, and follows its node when that is moved.
  await canvas.press('Shift+ArrowDown')
  await expect.poll(() => apart()).toBeGreaterThan(before)
  await canvas.press('F2')
  await page.keyboard.type('Other')
  await canvas.press('Enter')
  await expect(text(page, 'Other')).toBeVisible()
  const nudged = await apart(text(page, 'Other'))
  expect(nudged).toBeGreaterThan(before)
  await canvas.dragBy('similarity', 0, 40)
  await expect.poll(() => apart(text(page, 'Other'))).toBe(nudged)
  for (let i = 0; i < 4; i++) await canvas.press('Control+z')
  await expect(page.getByRole('button', { name: /^Text: / })).toHaveCount(0)
})

test('a text is dragged to another node and deleted', async ({ page }) => {
  await canvas.select('similarity')
  await canvas.press('t')
  await page.keyboard.type('Note')
  await canvas.press('Enter')
  const from = await canvas.boxOf(text(page, 'Note'))
  const target = await canvas.boxOf(canvas.node('image'))
  await page.mouse.move(from.x + 10, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x - 40, from.y, { steps: 3 })
  await page.mouse.move(target.x + 10, target.y + target.height + 12, { steps: 5 })
  await page.mouse.up()
  await expect(canvas.inspector.getByRole('button', { name: 'Image', exact: true })).toBeVisible()
  await expect.poll(async () => Math.abs((await canvas.boxOf(text(page, 'Note'))).x - target.x)).toBeLessThan(12)
  await canvas.press('Delete')
  await expect(text(page, 'Note')).toHaveCount(0)
})

test('a frame goes around what is selected; its heading is found', async ({ page }) => {
  await canvas.select('text')
  await page.keyboard.down('Shift')
  const box = await canvas.boxOf(canvas.node('text_encoder'))
  await page.mouse.click(box.x + 40, box.y + 14)
  await page.keyboard.up('Shift')
  await canvas.press('f')
  await page.keyboard.type('Language side')
  await canvas.press('Enter')
  const frame = page.getByRole('button', { name: 'Frame: Language side' })
  await expect(frame).toBeVisible()
  await canvas.press('Escape')
  await canvas.press('Control+f')
  await page.keyboard.type('language side')
  await canvas.press('Enter')
  await expect(frame).toHaveAttribute('aria-pressed', 'true')
  await canvas.inspector.getByRole('button', { name: 'Leave out Text', exact: true }).click()
  await expect(canvas.inspector.getByRole('listitem')).toHaveCount(1)
})

test('Escape leaves a new text unwritten', async ({ page }) => {
  await canvas.press('t')
  await page.keyboard.type('never')
  await canvas.press('Escape')
  await expect(page.getByRole('button', { name: /^Text: / })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})
