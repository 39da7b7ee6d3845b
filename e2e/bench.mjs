// @ts-check
// Measures the built application and command line: `npm run bench`. Numbers are medians, in milliseconds.
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium, launchArguments } from './chromium.mjs'
import { dropped, percentile } from './frames.mjs'
import { hands } from './hands.mjs'
import { talking } from './talks.mjs'

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

/**
 * A PNG of the same picture, at the same scale, by the export dialog and in the way of html-to-image: the picture stands in the page as
 * elements, each is copied with its computed style into a foreignObject, and that is drawn as an image.
 */
async function pixels() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  await page.goto(`${address}?diagram=flamingo`)
  await page.getByTestId('totals').waitFor()
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog')
  /** @param {string} format */
  const save = async (format) => {
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption({ label: format })
    if (format === 'PNG') await dialog.getByRole('combobox', { name: 'Size' }).selectOption('1')
    const start = performance.now()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: `Save ${format}` }).click(),
    ])
    const bytes = await readFile(await download.path())
    const time = performance.now() - start
    await page.keyboard.press('Control+Shift+E')
    return { bytes, time }
  }
  const svg = await save('SVG')
  const ours = []
  for (let round = 0; round < rounds; round++) ours.push(await save('PNG'))
  const theirs = []
  for (let round = 0; round < rounds; round++) theirs.push(await page.evaluate(capture, svg.bytes.toString()))
  await page.close()
  return { ours, theirs }
}

/** @param {string} text */
async function capture(text) {
  const place = document.createElement('div')
  place.innerHTML = text.replace(/^<\?xml[^>]*\?>/, '').replace(/<metadata>[^]*<\/metadata>/, '')
  document.body.append(place)
  const figure = place.querySelector('svg')
  if (!figure) throw new Error('there is no figure')
  const { width, height } = figure.viewBox.baseVal
  const start = performance.now()
  const copy = /** @type {SVGSVGElement} */ (figure.cloneNode(true))
  const [from, to] = [figure, copy].map((each) => [each, ...each.querySelectorAll('*')])
  from?.forEach((element, i) => {
    const style = getComputedStyle(element)
    const words = [...style].map((name) => `${name}: ${style.getPropertyValue(name)};`)
    to?.[i]?.setAttribute('style', words.join(' '))
  })
  const inside = new XMLSerializer().serializeToString(copy)
  const names = 'xmlns="http://www.w3.org/2000/svg"'
  const whole = `<svg ${names} width="${width}" height="${height}"><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  const time = performance.now() - start
  place.remove()
  return { time, size: blob.size, markup: whole.length }
}

const paints = []
for (let round = 0; round < rounds; round++) paints.push(await firstPaint())
console.log(`first paint: ${Math.round(median(paints))}`)

const { tasks, perSecond, rest } = await unfolding()
const long = tasks.length ? tasks.map((t) => Math.round(t)).join(', ') : 'none'
console.log(`unfolding PaLI wholly: tasks over 50 ms: ${long}`)
console.log(`frames a second meanwhile: ${perSecond.toFixed(0)}, of the page at rest: ${rest.toFixed(0)}`)

const { ours, theirs } = await pixels()
const sizeOf = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`
console.log(
  `PNG of Flamingo, ours: ${Math.round(median(ours.map(({ time }) => time)))}, ${sizeOf(ours[0]?.bytes.length ?? NaN)}`,
)
const [capturing] = theirs
console.log(
  `PNG of Flamingo as html-to-image makes it: ${Math.round(median(theirs.map(({ time }) => time)))}, ` +
    `${sizeOf(capturing?.size ?? NaN)}, by way of ${sizeOf(capturing?.markup ?? NaN)} of markup`,
)

const { count, ...done } = await hands(browser, address)
console.log(
  `frame time, 95th percentile (longest), ClipCap with ${count} nodes | React Flow with ${count} plain nodes:`,
)
for (const [what, times] of Object.entries(done))
  console.log(
    `  ${what}: ${times.map((frames) => `${percentile(frames).toFixed(1)} (${Math.max(...frames).toFixed(0)})`).join(' | ')}`,
  )

const { rest: idle, given } = await talking(browser, address)
console.log(`stepping through talks, with ${idle.toFixed(1)} % of the frames of an empty page dropped meanwhile:`)
for (const [name, steps] of Object.entries(given)) {
  const delays = steps.map(({ delay }) => delay)
  const lost = steps.map(({ frames }) => dropped(frames))
  console.log(
    `  ${name}: first frame after ${median(delays).toFixed(0)}, at most ${Math.max(...delays).toFixed(0)}; ` +
      `${dropped(steps.flatMap(({ frames }) => frames)).toFixed(1)} % dropped, at most ${Math.max(...lost).toFixed(1)} % on the way to one step`,
  )
}

await browser.close()
await server.close()
