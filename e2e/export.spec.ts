// What the browser exports is, byte for byte, what the command line renders; it is seen before it leaves as it will be there.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, type Download, type Page } from '@playwright/test'
import { Canvas } from './pages/canvas'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

interface Case {
  readonly diagram: string
  readonly format: string
  /** Of the fields of the dialog, by their names. */
  readonly choices?: Readonly<Record<string, string>>
  /** The same on the command line. */
  readonly words?: readonly string[]
}

const cases: readonly Case[] = [
  { diagram: 'clip', format: 'SVG' },
  { diagram: 'limoe', format: 'SVG' },
  { diagram: 'clip', format: 'PNG', choices: { Size: '1' }, words: ['--scale', '1'] },
  { diagram: 'clip', format: 'WebP', choices: { Size: '1' }, words: ['--scale', '1'] },
  { diagram: 'resnet', format: 'GIF' },
  { diagram: 'flamingo', format: 'PDF' },
  {
    diagram: 'clip',
    format: 'SVG',
    choices: { Direction: 'down', Language: 'ja', Colours: 'dark', 'Made for': 'web', 'Read on': 'page' },
    words: ['--direction', 'down', '--lang', 'ja', '--theme', 'dark', '--profile', 'web', '--fit', 'page'],
  },
  { diagram: 'clip', format: 'Web page' },
  {
    diagram: 'clip',
    format: 'PowerPoint',
    choices: { What: 'steps' },
    words: ['--step', 'all'],
  },
]

for (const { diagram, format, choices = {}, words = [] } of cases) {
  const how = Object.values(choices).join(', ')
  test(`${diagram} as ${format}${how && ` (${how})`}: the same bytes as frieze render`, async ({ page }, testInfo) => {
    const canvas = await opened(page, diagram)
    await choose(page, 'Format', { label: format })
    for (const [name, value] of Object.entries(choices)) await choose(page, name, value)
    const download = await saved(page, format)
    const ending = download.suggestedFilename().split('.').at(-1)!
    const rendered = testInfo.outputPath(`${diagram}.${ending}`)
    const frieze = join(root, 'dist', 'cli', 'frieze.js')
    const file = join(root, 'diagrams', `${diagram}.json`)
    await run(process.execPath, [frieze, 'render', file, '-o', rendered, ...words])
    expect((await readFile(await download.path())).equals(await readFile(rendered))).toBe(true)
    expect(canvas.problems).toEqual([])
  })
}

test('a figure is seen as it will be: true size, what is lost, words too small, kept settings, dragged out', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const canvas = await opened(page, 'flamingo')
  const dialog = page.getByRole('dialog')
  const sheet = dialog.getByRole('img')

  await dialog.getByRole('button', { name: 'Slide', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Save PowerPoint' })).toBeEnabled()
  await expect(dialog.locator('.export-under')).toContainText(/Smallest words there: 1[2-9]\.\d pt/)
  await expect(dialog.getByRole('list')).toContainText('Set in large type')
  await dialog.getByRole('button', { name: 'True size' }).click()
  await expect.poll(async () => (await sheet.boundingBox())?.width).toBeCloseTo(1280, 0)

  await choose(page, 'Format', { label: 'GIF' })
  const looks = () => sheet.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const still = await looks()
  await expect.poll(looks).not.toBe(still)

  await choose(page, 'What', 'module:resampler')
  await choose(page, 'Read on', 'column')
  await choose(page, 'Format', { label: 'SVG' })
  await dialog.getByLabel('Numbers at nodes').uncheck()
  await expect(dialog.locator('.export-under')).toContainText('under the 6 pt that can be read')

  await dialog.getByRole('button', { name: 'Keep these settings' }).click()
  await dialog.getByLabel('Name of the settings').fill('Our workshop')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await canvas.press('Control+Shift+E')
  await dialog.getByRole('button', { name: 'Slide', exact: true }).click()
  await expect(dialog.getByLabel('Numbers at nodes')).toBeChecked()
  await dialog.getByRole('button', { name: 'Our workshop', exact: true }).click()
  await expect(dialog.getByLabel('Numbers at nodes')).not.toBeChecked()
  await expect(dialog.getByRole('combobox', { name: 'Read on' })).toHaveValue('column')

  await sheet.hover()
  const dragged = () =>
    sheet.evaluate((element) => {
      const event = new DragEvent('dragstart', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true })
      element.dispatchEvent(event)
      return event.dataTransfer!.getData('DownloadURL')
    })
  await expect.poll(dragged).toMatch(/^image\/svg\+xml:flamingo\.svg:blob:/)

  await dialog.getByRole('button', { name: 'Copy for Office' }).click()
  await expect(canvas.notices).toContainText('Copied: Office')
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return [...item!.types, await (await item!.getType('text/html')).text()]
  })
  expect(copied).toEqual(expect.arrayContaining(['image/png', 'text/html']))
  expect(copied.at(-1)).toMatch(/<img [^>]*src="data:image\/png;base64,/)
  expect(canvas.problems).toEqual([])
})

async function opened(page: Page, diagram: string): Promise<Canvas> {
  const canvas = new Canvas(page)
  await canvas.open(diagram)
  await canvas.press('Control+Shift+E')
  return canvas
}

async function choose(page: Page, name: string, value: string | { readonly label: string }) {
  await page.getByRole('dialog').getByRole('combobox', { name, exact: true }).selectOption(value)
}

async function saved(page: Page, format: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${format}` }).click(),
  ])
  return download
}
