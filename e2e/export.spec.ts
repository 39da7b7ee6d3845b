// What the browser exports is, byte for byte, what the command line renders; and it can be opened again.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

const root = join(import.meta.dirname, '..')

for (const [diagram, format] of [
  ['clip', 'SVG'],
  ['limoe', 'SVG'],
  ['clip', 'PNG'],
  ['clip', 'WebP'],
  ['flamingo', 'PDF'],
] as const) {
  test(`${diagram} as ${format}: the same bytes as frieze render`, async ({ page }, testInfo) => {
    const canvas = new Canvas(page)
    await canvas.open(diagram)
    await canvas.press('Control+Shift+E')
    await page.getByRole('dialog').getByLabel('Format').selectOption({ label: format })
    const isPixels = format === 'PNG' || format === 'WebP'
    if (isPixels) await page.getByRole('dialog').getByLabel('Size').selectOption('1')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save ${format}` }).click(),
    ])
    const rendered = testInfo.outputPath(`${diagram}.${format.toLowerCase()}`)
    const frieze = join(root, 'dist', 'cli', 'frieze.js')
    await promisify(execFile)(process.execPath, [
      frieze,
      'render',
      join(root, 'diagrams', `${diagram}.json`),
      '-o',
      rendered,
      ...(isPixels ? ['--scale', '1'] : []),
    ])
    expect((await readFile(await download.path())).equals(await readFile(rendered))).toBe(true)
    expect(canvas.problems).toEqual([])
  })
}
