// In the hall: the five talks are played wholly, and on three projectors everything in focus can be read from the last row;
// whatever breaks, the talk goes on at the same step.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Diagram } from '../src/document/schema'
import type { Graph } from '../src/graph/graph'
import { stageSteps, type StagedStep } from '../src/stage'
import { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'
import { forget, listen, written } from './pages/written'

const talkOf = (page: Page) => page.getByRole('dialog', { name: 'Talk' })
const titleOf = (page: Page) => talkOf(page).getByRole('heading', { level: 2 })

function titlesIn(graph: Graph, focus: readonly string[]): string[] {
  return graph.nodes.flatMap((node) => [
    ...(focus.includes(node.path) && !node.sign ? node.titleLines : []),
    ...(node.inside ? titlesIn(node.inside, focus) : []),
  ])
}

const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const ways = ['keyboard', 'clicker', 'mouse'] as const
const themes = ['light', 'dark'] as const

function next(page: Page, way: (typeof ways)[number]) {
  if (way === 'keyboard') return page.keyboard.press('ArrowRight')
  if (way === 'clicker') return page.keyboard.press('PageDown')
  return talkOf(page).getByRole('button', { name: 'Next' }).click()
}

/** Whatever of a step cannot be read from the last row, as sentences. */
async function unread(page: Page, { step: { step, shows }, graph }: StagedStep, height: number): Promise<string[]> {
  if (step.lens || (!step.beside && shows.focus.length === 0)) return []
  // Side by side, what stands out is what differs: the first mark is there when it is.
  const titles = new Set(step.beside ? ['1'] : titlesIn(graph, shows.focus))
  const all = await written(page, titles)
  const lit = step.beside
    ? all.filter(({ contrast, isInView }) => contrast >= 7 && isInView)
    : [...titles].map((title) => {
        const same = all.filter(({ text }) => text === title)
        return same.toSorted((a, b) => b.contrast - a.contrast)[0] ?? title
      })
  if (lit.length === 0) return ['Nothing stands out.']
  return lit.flatMap((each) => {
    if (typeof each === 'string') return [`${each} is not written.`]
    const share = each.height / height
    return [
      ...(share < 0.022 - 0.00001 ? [`${each.text}: ${(share * 100).toFixed(2)} %`] : []),
      ...(each.contrast < 7 ? [`${each.text}: ${each.contrast.toFixed(1)} to 1`] : []),
      ...(each.isInView ? [] : [`${each.text}: outside of the view`]),
    ]
  })
}

for (const [i, diagram] of ['clip', 'align', 'limoe', 'flamingo', 'pali'].entries())
  test.describe(diagram, () => {
    test.use({ diagram, reducedMotion: 'reduce' })
    test(`${diagram} is played wholly by keyboard, clicker and mouse, each on another screen`, async ({ page }) => {
      await listen(page)
      await page.reload()
      await new Canvas(page).ready()
      const text = await readFile(new URL(`../diagrams/${diagram}.json`, import.meta.url), 'utf8')
      const steps = stageSteps(JSON.parse(text) as Diagram, { language: 'en', large: true })
      const failures: string[] = []
      for (const [j, way] of ways.entries()) {
        const screen = screens[(i + j) % screens.length]!
        await page.setViewportSize(screen)
        await page.emulateMedia({ colorScheme: themes[(i + j) % themes.length]! })
        await page.keyboard.press('F5')
        for (const [at, step] of steps.entries()) {
          if (at > 0) await forget(page)
          if (at > 0) await next(page, way)
          await expect(talkOf(page).getByText(`${at + 1} / ${steps.length}`)).toBeVisible()
          const where = `${screen.width}, ${way}, step ${at + 1}: `
          failures.push(...(await unread(page, step, screen.height)).map((each) => where + each))
        }
        await page.keyboard.press('Escape')
        await expect(talkOf(page)).toBeHidden()
      }
      expect(failures).toEqual([])
    })
  })

test('every key of a clicker, whatever is open', async ({ page, canvas }) => {
  const talk = talkOf(page)
  const at = (step: number) => expect(talk.getByText(`${step} / 12`)).toBeVisible()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('F5')
  await at(1)
  await press('3', 'Enter')
  await at(3)

  await test.step('a slider of a lens keeps the arrows and nothing else', async () => {
    const slider = talk.getByRole('slider', { name: /Patch size/ })
    await slider.focus()
    const before = await slider.inputValue()
    await press('ArrowLeft')
    expect(await slider.inputValue()).not.toBe(before)
    await press('b')
    await expect(talk.getByRole('button', { name: 'Show the picture again' })).toBeVisible()
    await press('PageDown')
    await expect(talk.getByRole('button', { name: 'Show the picture again' })).toBeHidden()
    await slider.focus()
    await press('Escape')
    await at(3)
    await expect(talk).toBeFocused()
  })

  await test.step('the overview is walked, left and jumped from', async () => {
    await press('o', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Enter')
    await at(4)
    await press('o', 'o', 'Shift+Space')
    await at(3)
    await press('o', '5', 'Enter')
    await at(5)
    await press('o', 'PageDown')
    await at(6)
  })

  await test.step('ink, the keys, black: one thing goes at a time, and F5 begins nothing anew', async () => {
    await press('d', 'b', 'o', '?', 'F5', 'PageDown')
    await at(6)
    await press('F5', 'Escape', 'Backspace', 'ArrowUp', 'Home')
    await at(1)
    for (let i = 0; i < 16; i++) {
      await press('Tab')
      // Past the last of the page it is with the browser.
      const isOff = (each: Element) =>
        document.activeElement !== document.body && !each.contains(document.activeElement)
      expect(await talk.evaluate(isOff)).toBe(false)
    }
  })

  await test.step('a question is not answered by a hand that rests, and by the next key', async () => {
    await press('End')
    await at(12)
    const told = async () => {
      const hints = new Set<string>()
      for (let x = 60; x < 1280; x += 130)
        for (let y = 60; y < 540; y += 95) {
          await page.mouse.move(x, y)
          const tip = talk.getByRole('tooltip')
          if (await tip.count()) hints.add(await tip.innerText())
        }
      return [...hints].join()
    }
    expect(await told()).toMatch(/^[?,\s]+$/)
    await press('PageDown')
    await at(12)
    expect(await told()).toMatch(/[a-z]{4}/)
  })
  await press('Escape')
  await expect(talk).toBeHidden()
  expect(canvas.problems).toEqual([])
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

  await test.step('the layout dies in silence, and what is unfolded is laid out all the same', async () => {
    // The page waits for what each of them holds.
    const areUp = () =>
      page.evaluate(async () => {
        const pending = (await navigator.locks.query()).pending ?? []
        const layouts = pending.filter(({ name }) => name?.startsWith('frieze layout'))
        return layouts.length === (window as unknown as { workers: Worker[] }).workers.length
      })
    await expect.poll(areUp).toBe(true)
    await page.evaluate(() => {
      for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate()
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
    const now = (await titleOf(page).textContent())!
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
