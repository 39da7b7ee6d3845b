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

const paints = []
for (let round = 0; round < rounds; round++) paints.push(await firstPaint())
console.log(`first paint: ${Math.round(median(paints))}`)

await browser.close()
await server.close()
