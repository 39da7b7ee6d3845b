// A talk taken home: the exported page opened from the disk, without network, played with a clicker, the mouse, a finger and keys,
// with notes, and printed as a handout.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..')

async function swipe(page: Page, from: number, to: number) {
  const wire = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 300 }] })
  await touch('touchStart', from)
  for (const share of [0.3, 0.6, 1]) await touch('touchMove', from + (to - from) * share)
  await touch('touchEnd')
}

test('a talk as one file is played without network by clicker, mouse, finger and keys; it prints as a handout', async ({
  browser,
}, testInfo) => {
  const file = testInfo.outputPath('clip.html')
  const frieze = [join(root, 'dist', 'cli', 'frieze.js'), 'render', join(root, 'diagrams', 'clip.json')]
  await promisify(execFile)(process.execPath, [...frieze, '-o', file, '--lang', 'zh-Hans', '--theme', 'dark'])
  const context = await browser.newContext({
    offline: true,
    hasTouch: true,
    viewport: { width: 1280, height: 720 },
    baseURL: '',
  })
  const page = await context.newPage()
  const asked: string[] = []
  const problems: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${pathToFileURL(file).href}?step=2`)
  const seen = page.locator('frieze-diagram output')
  await expect(seen).toHaveText(/^2 · /)
  await page.keyboard.press('PageDown')
  await expect(seen).toHaveText(/^3 · /)
  await page.mouse.click(640, 40)
  await expect(seen).toHaveText(/^4 · /)
  await swipe(page, 900, 500)
  await expect(seen).toHaveText(/^5 · /)
  await swipe(page, 300, 800)
  await expect(seen).toHaveText(/^4 · /)
  await page.keyboard.press('End')
  await expect(seen).toHaveText(/^12 · /)
  await page.keyboard.press('PageDown')
  await expect(seen).toHaveText(/^12 · /)
  await page.keyboard.press('Home')

  const notes = page.getByRole('complementary', { name: '演讲者备注' })
  await expect(notes).toBeHidden()
  await page.keyboard.press('n')
  await expect(notes).toContainText('CLIP')
  const [picture, below] = [await page.locator('frieze-diagram main svg').boundingBox(), await notes.boundingBox()]
  expect(picture!.y + picture!.height).toBeLessThanOrEqual(below!.y + 1)
  // Words are large enough for the last row, also with the notes away.
  await page.keyboard.press('n')
  const least = await page.locator('frieze-diagram main svg').evaluate((svg) => {
    const heights = [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize))
    return (Math.min(...heights) * svg.getBoundingClientRect().height) / Number(svg.getAttribute('height'))
  })
  expect(least / 720).toBeGreaterThan(0.02)

  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(Number(/\/Type \/Pages\s[^>]*?\/Count (\d+)/.exec(paper)?.[1])).toBe(6)
  expect(problems).toEqual([])
  expect(asked.map((url) => new URL(url).protocol)).toEqual(['file:'])
  await context.close()
})
