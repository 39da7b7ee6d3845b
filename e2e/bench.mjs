// @ts-check
// Measures the built application and command line: `npm run bench`. Numbers are medians, in milliseconds.
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium, launchArguments } from './chromium.mjs'

const rounds = 5

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const server = await preview({ preview: { port: 0 }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: findChromium(), args: launchArguments })
const address = server.resolvedUrls?.local[0] ?? ''

/** Time until something is seen, on a page that has nothing cached. */
async function firstPaint() {
  const page = await browser.newPage()
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const time = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
  await page.close()
  return time
}

/**
 * Work on the main thread longer than 50 ms while everything of the largest diagram unfolds, and the frames that were
 * drawn meanwhile, beside the frames of the same page at rest.
 */
async function unfolding() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}?diagram=pali`)
  await page.getByTestId('totals').waitFor()
  await page.locator('.react-flow__node').first().waitFor({ state: 'attached' })
  const closed = await page.locator('.react-flow__node').count()
  const watched = page.evaluate(
    () =>
      new Promise((resolve) => {
        /** @type {number[]} */
        const tasks = []
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({
          entryTypes: ['longtask'],
        })
        let frames = 0
        const start = performance.now()
        const frame = () => {
          frames += 1
          if (performance.now() - start < 3000) requestAnimationFrame(frame)
          else resolve({ tasks, perSecond: frames / 3 })
        }
        requestAnimationFrame(frame)
      }),
  )
  await page.keyboard.press('Alt+U')
  await page.waitForFunction((n) => document.querySelectorAll('.react-flow__node').length > n, closed)
  const found = /** @type {{ tasks: number[], perSecond: number }} */ (await watched)
  const rest = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let frames = 0
        const start = performance.now()
        const frame = () => {
          frames += 1
          if (performance.now() - start < 2000) requestAnimationFrame(frame)
          else resolve(frames / 2)
        }
        requestAnimationFrame(frame)
      }),
  )
  await page.close()
  return { ...found, rest: Number(rest) }
}

const paints = []
for (let round = 0; round < rounds; round++) paints.push(await firstPaint())
console.log(`first paint: ${Math.round(median(paints))}`)

const { tasks, perSecond, rest } = await unfolding()
const long = tasks.length ? tasks.map((t) => Math.round(t)).join(', ') : 'none'
console.log(`unfolding PaLI wholly: tasks over 50 ms: ${long}`)
console.log(`frames a second meanwhile: ${perSecond.toFixed(0)}, of the page at rest: ${rest.toFixed(0)}`)

await browser.close()
await server.close()
