// @ts-check
// For the benchmark: a talk given step by step at a person's pace. How soon each step is seen, and how many frames are lost
// on the way to it.
import { dropped, framesDuring, lively } from './frames.mjs'

const talks = ['clip', 'align', 'limoe', 'flamingo', 'pali']

/** As in a lecture hall. */
const viewport = { width: 1920, height: 1080 }

/** Longer than the glide from one step to the next. */
const pace = 900

/**
 * @typedef {{ delay: number, frames: number[] }} Step
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
export async function talking(browser, address) {
  const idle = await browser.newPage({ viewport })
  await idle.setContent('<p>Nothing happens here.</p>')
  const rest = dropped(await framesDuring(idle, () => idle.waitForTimeout(5 * pace)))
  await idle.close()
  /** @type {Record<string, Step[]>} */
  const given = {}
  for (const name of talks) given[name] = await give(browser, `${address}?diagram=${name}&talk=1`)
  return { rest, given }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function give(browser, url) {
  const page = await browser.newPage({ viewport, ...lively })
  await page.addInitScript(watchPaint)
  await page.goto(url)
  const count = page.locator('.talk-count')
  await count.waitFor()
  const last = Number((await count.textContent())?.split('/')[1])
  await page.locator('.talk-canvas').waitFor()
  await page.evaluate(watchStage)
  // So long the lecturer speaks about the first step.
  await page.waitForTimeout(4 * pace)
  /** @type {Step[]} */
  const steps = []
  for (let at = 2; at <= last; at++) {
    const frames = await framesDuring(page, async () => {
      await page.keyboard.press('PageDown')
      await page.waitForTimeout(pace)
    })
    if (!(await count.textContent())?.startsWith(`${at} /`)) throw new Error(`${url}: step ${at} did not come.`)
    steps.push({ delay: Number(await page.evaluate('delay()')), frames })
  }
  await page.close()
  return steps
}

/** Before any script of the page: every picture on a canvas begins with a transform. */
function watchPaint() {
  const { prototype } = CanvasRenderingContext2D
  prototype.setTransform = new Proxy(prototype.setTransform, {
    apply(setTransform, /** @type {CanvasRenderingContext2D} */ context, values) {
      if (context.canvas.closest('.talk-stage')) dispatchEvent(new Event('painted'))
      return Reflect.apply(setTransform, context, values)
    },
  })
}

/**
 * A step is seen when its title stands in the page and its picture is painted, and then a frame has been made: where it was
 * painted in a frame, the one after that, so that no delay is told too short.
 */
function watchStage() {
  const title = () => document.querySelector('.talk-words h2')?.textContent
  const { port1: after, port2: frame } = new MessageChannel()
  /** @type {{ before: string | null | undefined, pressed: number, isPainted?: boolean, seen?: number }} */
  let step = { before: title(), pressed: NaN, isPainted: true }
  after.onmessage = () => (step.seen ??= performance.now())
  addEventListener('painted', () => {
    if (step.isPainted || title() === step.before || document.querySelector('.talk-wait')) return
    step.isPainted = true
    requestAnimationFrame(() => frame.postMessage(undefined))
  })
  addEventListener('keydown', (event) => (step = { before: title(), pressed: event.timeStamp }), { capture: true })
  Object.assign(window, { delay: () => (step.seen === undefined ? Infinity : step.seen - step.pressed) })
}
