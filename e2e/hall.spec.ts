// In the hall: on three projectors everything in focus can be read from the last row; and whatever breaks, the talk goes on at
// the same step.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Diagram } from '../src/document/schema'
import { contrast } from '../src/drawing/colour'
import type { Graph } from '../src/graph/graph'
import { stageSteps } from '../src/stage'
import { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

const talkOf = (page: Page) => page.getByRole('dialog', { name: 'Talk' })
const titleOf = (page: Page) => talkOf(page).getByRole('heading', { level: 2 })

/** What the canvas was last asked to write: the words, how large on the screen, in which colour, on which. */
interface Written {
  readonly text: string
  readonly height: number
  readonly ink: string
  readonly ground: string
}

interface Place {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly height: number
  readonly ink: string
  readonly canvas: HTMLCanvasElement
}

/** Listens to what is written on canvases. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const written: Place[] = []
    Object.assign(window, { written })
    const draw = CanvasRenderingContext2D.prototype.fillText
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const turned = this.getTransform()
      const at = turned.transformPoint({ x, y })
      const size = Number(/([\d.]+)px/.exec(this.font)![1]) * turned.a
      const [canvas, ink] = [this.canvas as HTMLCanvasElement, String(this.fillStyle)]
      written.push({ text, x: at.x, y: at.y - size * 1.15, height: size / devicePixelRatio, ink, canvas })
      return draw.call(this, text, x, y, ...rest)
    }
  })
}

/** From now on. */
function forget(page: Page) {
  return page.evaluate(() => (window as unknown as { written: Place[] }).written.splice(0))
}

/** Of these words; the ground is what lies just above them, where nothing is written. Elsewhere they may be dimmed. */
async function writtenOf(page: Page, words: ReadonlySet<string>): Promise<Written[]> {
  const all = await page.evaluate(
    (wanted) =>
      (window as unknown as { written: Place[] }).written
        .filter(({ text, canvas }) => wanted.includes(text) && canvas.matches('.talk-canvas'))
        .map(({ text, x, y, height, ink, canvas }): Written => {
          const [r, g, b] = canvas.getContext('2d')!.getImageData(x + 2, y, 1, 1).data
          const ground = `#${[r!, g!, b!].map((each) => each.toString(16).padStart(2, '0')).join('')}`
          return { text, height, ink, ground }
        }),
    [...words],
  )
  const strength = ({ ink, ground }: Written) => contrast(ink, ground)
  return [...words].flatMap((word) =>
    all
      .filter(({ text }) => text === word)
      .toSorted((a, b) => strength(b) - strength(a))
      .slice(0, 1),
  )
}

function titlesIn(graph: Graph, focus: readonly string[]): string[] {
  return graph.nodes.flatMap((node) => [
    ...(focus.includes(node.path) && !node.sign ? node.titleLines : []),
    ...(node.inside ? titlesIn(node.inside, focus) : []),
  ])
}

for (const [diagram, width, height, theme, way] of [
  ['clip', 1280, 720, 'light', 'keyboard'],
  ['pali', 1920, 1080, 'dark', 'clicker'],
  ['limoe', 3840, 2160, 'light', 'mouse'],
] as const)
  test.describe(`${width} × ${height}`, () => {
    test.use({ diagram, viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' })
    test(`${diagram} by ${way}, ${theme}`, async ({ page }) => {
      await listen(page)
      await page.reload()
      await new Canvas(page).ready()
      const text = await readFile(new URL(`../diagrams/${diagram}.json`, import.meta.url), 'utf8')
      const all = stageSteps(JSON.parse(text) as Diagram, { language: 'en', large: true })
      // Each frame of the largest screen takes its time here; half a talk says as much.
      const steps = width > 2000 ? all.slice(0, 6) : all
      await page.keyboard.press('F5')
      const small: string[] = []
      for (const [i, { step, graph }] of steps.entries()) {
        if (i > 0) {
          await forget(page)
          if (way === 'keyboard') await page.keyboard.press('ArrowRight')
          else if (way === 'clicker') await page.keyboard.press('PageDown')
          else await talkOf(page).getByRole('button', { name: 'Next' }).click()
        }
        await expect(talkOf(page).getByText(`${i + 1} / ${all.length}`)).toBeVisible()
        if (step.step.lens || step.step.beside || step.shows.focus.length === 0) continue
        const titles = new Set(titlesIn(graph, step.shows.focus))
        await expect.poll(async () => (await writtenOf(page, titles)).length).toBe(titles.size)
        for (const { text: word, height: size, ink, ground } of await writtenOf(page, titles)) {
          if (size < 0.022 * height - 0.01) small.push(`${i + 1} ${word}: ${((size / height) * 100).toFixed(2)} %`)
          if (contrast(ink, ground) < 7) small.push(`${i + 1} ${word}: ${ink} on ${ground}`)
        }
      }
      expect(small).toEqual([])
      await page.keyboard.press('Escape')
      await expect(talkOf(page)).toBeHidden()
    })
  })

test('a lost screen, a closed window, a crashed layout, a full disk: the talk goes on', async ({ page, canvas }) => {
  await page.addInitScript(() => {
    const start = window.Worker
    const workers: Worker[] = []
    Object.assign(window, { workers })
    window.Worker = class extends start {
      constructor(...given: ConstructorParameters<typeof start>) {
        super(...given)
        workers.push(this)
      }
    }
  })
  await page.reload()
  await canvas.ready()
  await page.keyboard.press('F5')
  await page.keyboard.press('PageDown')
  const second = (await titleOf(page).textContent())!

  await test.step('the whole screen is lost', async () => {
    await page.evaluate(async () => document.fullscreenElement && document.exitFullscreen())
    await expect(titleOf(page)).toHaveText(second)
  })

  await test.step('the layout crashes, and what is unfolded is laid out all the same', async () => {
    await page.evaluate(() => {
      for (const worker of (window as unknown as { workers: Worker[] }).workers) {
        worker.terminate()
        worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
      }
    })
    const picture = talkOf(page).getByRole('img').first()
    const seen = () => picture.evaluate((each: HTMLCanvasElement) => each.toDataURL())
    const before = await seen()
    // Large type off: everything is laid out anew.
    await page.keyboard.press('t')
    await expect.poll(seen).not.toBe(before)
    await expect(titleOf(page)).toHaveText(second)
    await page.keyboard.press('t')
  })

  await test.step('the disk is full', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
    await page.evaluate(() => {
      Object.assign(Storage.prototype, {
        setItem() {
          throw new DOMException('no room', 'QuotaExceededError')
        },
      })
    })
    await page.keyboard.press('PageDown')
    await expect(titleOf(page)).not.toHaveText(second)
  })
  const third = (await titleOf(page).textContent())!

  const notes = await test.step('the window of notes closes and comes back at the same step', async () => {
    const open = async () => (await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]))[0]
    const first = await open()
    await expect(first.getByRole('heading', { name: third })).toBeVisible()
    await first.close()
    await expect(titleOf(page)).toHaveText(third)
    await talkOf(page).focus()
    const again = await open()
    await expect(again.getByRole('heading', { name: third })).toBeVisible()
    return again
  })

  await test.step('after the talk, an edit is said not to be kept, once, and is still there', async () => {
    await page.keyboard.press('Escape')
    await canvas.select('image')
    await canvas.press('Delete')
    await expect(canvas.node('image')).toBeHidden()
    await expect(page.getByText(/no room left to keep|could not keep/)).toHaveCount(1)
    await canvas.press('Control+z')
    await page.keyboard.press('F5')
  })

  await test.step('the picture closes: the speaker goes on, and opens it again at that step', async () => {
    await page.keyboard.press('PageDown')
    const [now] = [(await titleOf(page).textContent())!]
    await expect(notes.getByRole('heading', { name: now })).toBeVisible()
    await page.close()
    await expect(notes.getByText('The window with the picture has closed')).toBeVisible()
    await notes.getByRole('button', { name: 'Next' }).click()
    await expect(notes.getByRole('heading', { name: now })).toBeHidden()
    const next = (await notes.getByRole('heading', { level: 2 }).textContent())!
    const [picture] = await Promise.all([
      notes.waitForEvent('popup'),
      notes.getByRole('button', { name: 'Open the picture again' }).click(),
    ])
    await expect(titleOf(picture)).toHaveText(next)
    await expect(notes.getByText('The window with the picture has closed')).toBeHidden()
    await picture.keyboard.press('PageUp')
    await expect(notes.getByRole('heading', { name: now })).toBeVisible()
  })
})
