// A tablet or a telephone: what fingers do, with touches as the browser reports them.
import { expect, test, type CDPSession } from '@playwright/test'
import { Canvas } from './pages/canvas'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

interface Place {
  readonly x: number
  readonly y: number
}

let canvas: Canvas
let hand: CDPSession

test.beforeEach(async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  canvas = new Canvas(page)
  await canvas.open('clip')
  hand = await context.newCDPSession(page)
})

test.afterEach(() => {
  expect(canvas.problems).toEqual([])
})

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Place[]) =>
  hand.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map((place, id) => ({ ...place, id })) })

/** Each finger from one place to another, all at the same time. */
async function glide(...ways: (readonly [from: Place, to: Place])[]) {
  await touch('touchStart', ...ways.map(([from]) => from))
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch(
      'touchMove',
      ...ways.map(([from, to]) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })),
    )
  await touch('touchEnd')
}

async function middleOf(path: string): Promise<Place> {
  const { x, y, width, height } = await canvas.boxOf(canvas.node(path))
  return { x: x + width / 2, y: y + height / 2 }
}

async function ground(): Promise<Place> {
  const { x, y, width } = await canvas.boxOf(canvas.page.getByTestId('canvas'))
  return { x: x + width / 2, y: y + 40 }
}

test('one finger pans on the ground, two pinch and pan', async () => {
  const start = await ground()
  const before = await canvas.boxOf(canvas.node('similarity'))
  await glide([start, { x: start.x + 40, y: start.y + 60 }])
  await expect
    .poll(async () => (await canvas.boxOf(canvas.node('similarity'))).y - before.y, { message: 'one finger pans' })
    .toBeGreaterThan(40)
  const panned = await canvas.boxOf(canvas.node('similarity'))
  expect(panned.width).toBeCloseTo(before.width, 0)
  await expect(canvas.page.locator('.react-flow__node.selected')).toHaveCount(0)

  const { x, y } = start
  await glide(
    [
      { x: x - 30, y: y + 20 },
      { x: x - 90, y: y + 20 },
    ],
    [
      { x: x + 30, y: y + 20 },
      { x: x + 90, y: y + 20 },
    ],
  )
  await expect
    .poll(async () => (await canvas.boxOf(canvas.node('similarity'))).width / panned.width, {
      message: 'a pinch zooms',
    })
    .toBeGreaterThan(2)

  const near = await canvas.boxOf(canvas.node('similarity'))
  await glide(
    [
      { x: x - 40, y: y + 20 },
      { x: x - 40, y: y + 90 },
    ],
    [
      { x: x + 40, y: y + 20 },
      { x: x + 40, y: y + 90 },
    ],
  )
  await expect
    .poll(async () => (await canvas.boxOf(canvas.node('similarity'))).y - near.y, { message: 'two fingers pan' })
    .toBeGreaterThan(50)
  expect((await canvas.boxOf(canvas.node('similarity'))).width).toBeCloseTo(near.width, 0)
})

test('one finger on a node moves it, in one step', async ({ page }) => {
  const from = await middleOf('similarity')
  const before = await canvas.placeOf('similarity')
  const other = await canvas.placeOf('image_encoder')
  await glide([from, { x: from.x, y: from.y + 70 }])
  await canvas.rest()
  await expect.poll(async () => (await canvas.placeOf('similarity')).y - before.y).toBeGreaterThan(40)
  expect(await canvas.placeOf('image_encoder')).toEqual(other)
  await page.getByRole('button', { name: 'Undo' }).tap()
  await expect.poll(async () => (await canvas.placeOf('similarity')).y).toBeCloseTo(before.y, 0)
})

test('a tap selects, a long press opens the menu of what is under the finger', async ({ page }) => {
  const at = await middleOf('image_projection')
  await page.touchscreen.tap(at.x, at.y)
  await expect(canvas.node('image_projection')).toHaveClass(/selected/)
  await touch('touchStart', await middleOf('similarity'))
  await expect(page.getByRole('menu')).toBeVisible()
  await touch('touchEnd')
  await expect(canvas.node('similarity')).toHaveClass(/selected/)
  await page.getByRole('menuitem', { name: 'Delete' }).tap()
  await expect(canvas.node('similarity')).toHaveCount(0)
})

test('a box by finger, when it is asked for; afterwards fingers pan again', async ({ page }) => {
  const start = await ground()
  await touch('touchStart', start)
  await expect(page.getByRole('menu')).toBeVisible()
  await touch('touchEnd')
  await page.getByRole('menuitem', { name: 'Select with a box' }).tap()
  await expect(page.getByRole('menu')).toHaveCount(0)
  const before = await canvas.places()
  const { x, y, width, height } = await canvas.boxOf(page.getByTestId('canvas'))
  await glide([
    { x: x + 4, y: y + 60 },
    { x: x + width - 4, y: y + height - 60 },
  ])
  const selected = page.locator('.react-flow__node.selected')
  await expect.poll(() => selected.count()).toBeGreaterThan(5)
  expect(await canvas.places()).toBe(before)
  const one = await canvas.boxOf(canvas.node('similarity'))
  await glide([start, { x: start.x, y: start.y + 60 }])
  await expect.poll(async () => (await canvas.boxOf(canvas.node('similarity'))).y - one.y).toBeGreaterThan(40)
})

test('what a finger aims at is at least 44 pixels wide and high', async ({ page }) => {
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, select, input:not([type="checkbox"]), [role="tab"], [role="menuitem"]')]
        .filter((element) => element.checkVisibility() && !element.closest('.react-flow, .visually-hidden'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`),
    )
  expect(await small(), 'editor').toEqual([])
  await page.getByRole('button', { name: 'Palette', exact: true }).tap()
  await expect(page.getByRole('complementary', { name: 'Palette' })).toBeVisible()
  expect(await small(), 'palette').toEqual([])
  await page.getByRole('button', { name: 'Inspector', exact: true }).tap()
  await expect(canvas.inspector).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Palette' })).toHaveCount(0)
  expect(await small(), 'inspector').toEqual([])
  await page.getByRole('button', { name: 'Close the panel' }).tap()
  await page.getByRole('button', { name: 'More' }).tap()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await small(), 'menu').toEqual([])
})
