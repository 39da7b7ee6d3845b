// What the browser exports is, byte for byte, what the command line renders.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { Canvas } from './pages/canvas'

const root = join(import.meta.dirname, '..')

for (const diagram of ['clip', 'limoe']) {
  test(`${diagram}: the same bytes as frieze render`, async ({ page }, testInfo) => {
    const canvas = new Canvas(page)
    await canvas.open(diagram)
    await canvas.press('Control+Shift+E')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ])
    const rendered = testInfo.outputPath(`${diagram}.svg`)
    const frieze = join(root, 'dist', 'cli', 'frieze.js')
    await promisify(execFile)(process.execPath, [
      frieze,
      'render',
      join(root, 'diagrams', `${diagram}.json`),
      '-o',
      rendered,
    ])
    expect(await readFile(await download.path(), 'utf8')).toBe(await readFile(rendered, 'utf8'))
    expect(canvas.problems).toEqual([])
  })
}
