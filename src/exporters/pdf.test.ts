// A figure as PDF: its words are found and copied in every script, it lies on its sheet, and its document comes back.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadAsset } from '../cli/assets'
import { allDiagrams } from '../diagrams.fixture'
import type { Language } from '../document/schema'
import type { Primitive } from '../drawing/primitives'
import { textsIn } from '../drawing/texts'
import { viewOf } from '../graph/view'
import { openBytes } from '../importers/open'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { plainLook } from '../scene/look'
import type { ExportOptions, Page } from './exporter'
import { pageOf } from './page'
import { pdf } from './pdf'
import { sheetsOf } from './pdf/sheet'
import { shownText } from './type/line'

const flamingo = allDiagrams().find(({ name }) => name === 'flamingo')!
const folder = mkdtempSync(join(tmpdir(), 'frieze-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function pageIn(language: Language): Promise<Page> {
  const view = viewOf(flamingo.diagram, { language })
  return pageOf({ ...(await render(flamingo.diagram, view, plainLook, layOut)), view, look: plainLook })!
}

async function write(pages: readonly Page[], options: ExportOptions = {}, document?: string) {
  const [first, ...rest] = pages
  const request = { pages: [first!, ...rest] as const, options, document, language: 'en' as const, loadAsset }
  const bytes = (await pdf.export(request)) as Uint8Array
  const path = join(folder, `${Math.random()}.pdf`)
  writeFileSync(path, bytes)
  return { bytes, path, request }
}

const run = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8', stdio: 'pipe' })
const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!hasPoppler)('read by Poppler', () => {
  test.each(['en', 'ja', 'zh-Hans', 'zh-Hant'] as const)('%s: every text is found', async (language) => {
    const page = await pageIn(language)
    const { path } = await write([page])
    const packed = (text: string) => text.replace(/\s+/g, '')
    const found = packed(run('pdftotext', '-raw', path, '-'))
    for (const { text } of textsIn(page.scene.primitives)) expect(found).toContain(packed(shownText(text)))
  })

  test('it says its title, its language, who thought of it, and nothing of when', async () => {
    const { path, bytes } = await write([await pageIn('en')])
    const said = run('pdfinfo', path)
    expect(said).toMatch(/Title: +Flamingo 80B\n/)
    expect(said).toMatch(/Author: +Jean-Baptiste Alayrac/)
    expect(said).toMatch(/Tagged: +yes/)
    expect(said).not.toMatch(/Date/)
    expect(new TextDecoder('latin1').decode(bytes)).toContain('/Lang (en)')
  })

  test('faces are embedded, and only the part that is used', async () => {
    const { path } = await write([await pageIn('ja')])
    const [, , ...rows] = run('pdffonts', path).trim().split('\n')
    expect(rows.length).toBeLessThan(8)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/)
  })

  test('readers aloud hear what a node is', async () => {
    const { path } = await write([await pageIn('en')])
    const tree = run('pdfinfo', '-struct-text', path)
    expect(tree.match(/^ +Figure/gm)?.length).toBeGreaterThan(20)
  })

  test('a sign that no face has is found all the same', async () => {
    const page = await pageIn('en')
    const odd: Primitive = {
      kind: 'text',
      x: 9,
      y: 9,
      text: 'smile 😀',
      size: 12,
      weight: 400,
      anchor: 'start',
      fill: '#000000',
    }
    const { path } = await write([{ scene: { ...page.scene, primitives: [odd] } }])
    expect(run('pdftotext', path, '-')).toContain('smile 😀')
  })

  test('the document is listed as an attachment', async () => {
    const { path } = await write([await pageIn('en')], {}, flamingo.text)
    expect(run('pdfdetach', '-list', path)).toContain('diagram.frieze.json')
    run('pdfdetach', '-save', '1', '-o', `${path}.json`, path)
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(`${path}.json`, 'utf8')).toBe(flamingo.text)
  })
})

test('the document comes back; a file that was altered says so', async () => {
  const { bytes, request } = await write([await pageIn('en')], {}, flamingo.text)
  const back = openBytes(bytes)
  expect(back.ok && back.diagram).toEqual(flamingo.diagram)
  expect(await pdf.export(request)).toEqual(bytes)
  const at = new TextDecoder('latin1').decode(bytes).indexOf('/FriezeDocument') + 200
  const altered = bytes.slice()
  altered[at] = altered[at]! ^ 1
  const sentences = (file: Uint8Array) => openBytes(file).problems.map(({ sentence }) => sentence)
  expect(sentences(altered)).toEqual([expect.stringContaining('cut or altered')])
  expect(sentences(bytes.subarray(0, at))).toEqual([expect.stringContaining('cut or altered')])
  expect(sentences((await write([await pageIn('en')])).bytes)).toEqual([expect.stringContaining('carries no Frieze')])
})

test('the table at the end points at the objects', async () => {
  const page = await pageIn('en')
  const { bytes } = await write(
    [
      { ...page, title: 'One' },
      { ...page, title: 'Two' },
    ],
    {},
    flamingo.text,
  )
  const text = new TextDecoder('latin1').decode(bytes)
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1])
  expect(text.slice(start, start + 5)).toBe('xref\n')
  const rows = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  rows.forEach((offset, i) => expect(text.slice(offset, offset + 12)).toMatch(new RegExp(`^${i + 1} 0 obj\n`)))
  const numbers = [...text.matchAll(/(\d+) 0 R/g)].map(([, n]) => Number(n))
  expect(Math.max(...numbers)).toBeLessThanOrEqual(rows.length)
})

describe('sheets', () => {
  const page = async (width: number, height: number, more: Partial<Page> = {}): Promise<Page> => ({
    scene: { width, height, title: 'T', description: '', primitives: [], origin: { x: 0, y: 0 } },
    ...more,
  })

  test('fitted: as large as the picture', async () => {
    const [sheet] = sheetsOf([await page(960, 540)], 'fit', false)
    expect([sheet!.width, sheet!.height]).toEqual([720, 405])
  })

  test('on paper: it lies as the picture does, inside the margins, and is not blown up', async () => {
    const [wide, tall, small] = sheetsOf(
      [await page(3000, 1000), await page(500, 3000), await page(100, 50)],
      'a4',
      false,
    )
    expect(wide!.width).toBeGreaterThan(wide!.height)
    expect(tall!.height).toBeGreaterThan(tall!.width)
    expect(3000 * wide!.parts[0]!.scale).toBeLessThanOrEqual(841.89 - 72 + 1e-6)
    expect(small!.parts[0]!.scale).toBe(0.75)
    expect(sheetsOf([await page(10, 20)], 'letter', false)[0]).toMatchObject({ width: 612, height: 792 })
  })

  test('a handout puts title and notes under each figure, and goes on overleaf', async () => {
    const notes = Array.from({ length: 10 }, (_, i) => `Sentence ${i} says something of some length.`).join(' ')
    const pages = await Promise.all([1, 2, 3].map((n) => page(1600, 700, { title: `Step ${n}`, notes })))
    const sheets = sheetsOf(pages, 'fit', true)
    expect(sheets.length).toBe(2)
    const texts = sheets.flatMap(({ parts }) =>
      parts.flatMap(({ primitives }) => textsIn(primitives).map((t) => t.text)),
    )
    expect(texts.filter((text) => text.startsWith('Step'))).toEqual(['Step 1', 'Step 2', 'Step 3'])
    expect(texts.join(' ')).toContain(notes)
    for (const { parts, height } of sheets) for (const { y } of parts) expect(y).toBeLessThan(height - 36)
  })
})
