// @ts-check
// For the benchmark: frames while a hand is at work, in the editor and on a React Flow canvas with as many plain nodes.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { framesDuring, lively } from './frames.mjs'

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} node
 */
async function drag(page, node) {
  const box = await node.boundingBox()
  if (!box) throw new Error('There is nothing to drag.')
  const [x, y] = [box.x + Math.min(12, box.width / 2), box.y + Math.min(6, box.height / 2)]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 1; i <= 60; i++) await page.mouse.move(x + i * 2, y + i)
  await page.mouse.up()
}

/**
 * The largest diagram, wholly unfolded, and as many plain nodes: dragged, folded, renamed.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
export async function hands(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...lively })
  await page.goto(`${address}?diagram=clipcap-transformer`)
  await page.getByTestId('totals').waitFor()
  const nodes = page.locator('.react-flow__node')
  await nodes.first().waitFor({ state: 'attached' })
  const closed = await nodes.count()
  await page.keyboard.press('Alt+U')
  await page.waitForFunction((n) => document.querySelectorAll('.react-flow__node').length > n, closed)
  await page.waitForTimeout(1500)
  const count = await nodes.count()
  const image = page.locator('.react-flow__node[data-id="image"]')
  const dragged = await framesDuring(page, () => drag(page, image))
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(500)
  await image.click()
  const renamed = await framesDuring(page, async () => {
    await page.keyboard.press('F2')
    await page.keyboard.type('A picture of something', { delay: 20 })
    await page.keyboard.press('Enter')
  })
  await page.locator('.react-flow__node[data-id="language_model"]').focus()
  const folded = await framesDuring(page, async () => {
    await page.keyboard.press('.')
    await page.waitForFunction((n) => document.querySelectorAll('.react-flow__node').length < n, count)
  })
  await page.close()

  const plain = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await plain.setContent('<div style="width: 1440px; height: 900px"></div>')
  const root = join(import.meta.dirname, '..')
  await plain.addStyleTag({ content: await readFile(join(root, 'node_modules/@xyflow/react/dist/style.css'), 'utf8') })
  await plain.addScriptTag({ content: await plainFlow() })
  await plain.evaluate((n) => Reflect.get(window, 'start')(n), count)
  await plain
    .locator('.react-flow__node')
    .nth(count - 1)
    .waitFor({ state: 'attached' })
  await plain.waitForTimeout(500)
  const plainDragged = await framesDuring(plain, () => drag(plain, plain.locator('.react-flow__node').first()))
  const plainRenamed = await framesDuring(plain, async () => {
    for (let i = 1; i <= 22; i++) await plain.evaluate((n) => Reflect.get(window, 'rename')('A'.repeat(n)), i)
  })
  const plainFolded = await framesDuring(plain, () => plain.evaluate('fold()'))
  await plain.close()
  return {
    count,
    drag: [dragged, plainDragged],
    fold: [folded, plainFolded],
    rename: [renamed, plainRenamed],
  }
}

/** The page of plain nodes as one script. */
async function plainFlow() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'plainFlow.mjs'), formats: ['iife'], name: 'plainFlow' },
    },
  })
  const [first] = [built].flat()
  if (!first || !('output' in first)) throw new Error('The page of plain nodes was not built.')
  return first.output[0].code
}
