// Whatever a label holds, every file stays what its format says it is.
import { instance } from '@viz-js/viz'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintSvg } from '../drawing/lint'
import { escapeLatex } from '../drawing/latex'
import { bibtex } from './bibtex'
import { readBibtex } from './bibtex.fixture'
import { dot } from './dot'
import { drawio } from './drawio'
import type { Page } from './exporter'
import { html } from './html'
import { hostileDiagrams, labelled } from './hostile.fixture'
import { markdown } from './markdown'
import { mermaid } from './mermaid'
import { figureOf, requestOf } from './pages.fixture'
import { pptx } from './pptx'
import { svg } from './svg'
import { tikz } from './tikz'
import { parseXml } from './xml.fixture'

const viz = await instance()

async function check(text: string) {
  const diagram = labelled(text)
  const request = requestOf(diagram, [await figureOf(diagram)])
  const written = async (exporter: typeof dot) => (await exporter.export(request)) as string
  const { status, errors } = viz.render(await written(dot), { format: 'dot' })
  expect({ status, errors: errors.filter(({ level }) => level === 'error') }).toEqual({ status: 'success', errors: [] })
  parseXml(await written(drawio))
  expect(lintSvg(await written(svg))).toEqual([])
  parseXml((await svg.export({ ...request, options: { profile: 'animated' } })) as string)
  expect(scriptsIn(await written(html))).toEqual(['<script type="text/plain" id="pictures">', '<script>'])
  const parts = unzipSync((await pptx.export(request)) as Uint8Array)
  for (const part of Object.values(parts)) parseXml(strFromU8(part))
  expect(readBibtex(await written(bibtex))).toHaveLength(1)
  const table = (await written(markdown)).split('\n').filter((line) => line.startsWith('|'))
  expect(new Set(table.map((line) => line.replaceAll(/\\./g, '').split('|').length)).size).toBe(1)
  checkMermaid(await written(mermaid))
  if (isHuge(request.pages[0])) await expect(written(tikz)).rejects.toThrow('TeX holds')
  else checkTex(await written(tikz))
}

/** Up to the viewer itself, whose text is not the document's. */
function scriptsIn(page: string) {
  const end = page.indexOf('<script>')
  const known = 'html head meta title style body frieze-diagram svg desc g rect path text metadata script'.split(' ')
  const names = [...page.slice(0, end).matchAll(/<([a-z][^\s>/]*)/gi)].map(([, name]) => name!)
  expect(names.filter((name) => !known.includes(name))).toEqual([])
  return page.slice(0, end + '<script>'.length).match(/<script[^>]*>/g)
}

const isHuge = ({ scene }: Page) => Math.max(scene.width, scene.height) > 16_000

/** The browser tests give it to Mermaid itself; here, that no label leaves its quotes. */
function checkMermaid(text: string) {
  const [, title = '', body = ''] = /^---\ntitle: (.*)\nconfig:\n {2}theme: \w+\n---\n([^]*)$/.exec(text) ?? []
  expect(typeof JSON.parse(title)).toBe('string')
  for (const line of body.split('\n')) expect(line.replace(/"[^"]*"/g, '').includes('"'), line).toBe(false)
  for (const [, label = ''] of body.matchAll(/"([^"]*)"/g)) {
    expect(label.replaceAll(/<\/?b>|<br\/>/g, '')).not.toMatch(/[<>`\\{}]/)
    expect(label.replaceAll(/#\d+;/g, '')).not.toMatch(/[#;]/)
  }
}

/** Braces match, and nothing closes what it did not open. */
function checkTex(text: string) {
  let depth = 0
  for (const [token] of text.matchAll(/\\.|%.*|[{}]/g)) {
    if (token === '{') depth++
    if (token === '}') depth--
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  expect(text.match(/\\end\{document\}/g)).toHaveLength(1)
  expect(text).not.toContain('\\input{/')
}

const signs = fc.constantFrom(
  ...'"\'`<>&\\{}[]()|#$%^_~;:,.?!*-=+/@ \n\r\t'.split(''),
  ...'\u0000 \u2028 \u202e ש م 画 é e\u0301 🦩 \ud800 × ² φ → a Z 0 </ <!-- --> ]]> \\end {{ %% "] &lt;'.split(' '),
)
const labels = fc.oneof(fc.string({ unit: signs, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }))

test('any label', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(labels, check), { numRuns: 60 })
})

const known = hostileDiagrams().map(({ about }) => about.title as string)

test.each(known.map((label) => [label.slice(0, 40), label]))('%j', { timeout: 60_000 }, (_, label) => check(label!))

test('LaTeX: what is escaped is text and mathematics, nothing else', () => {
  const pieces =
    /^(?:[A-Za-z0-9 ./:;=+*()!?@,\u00a1-\u017f-]|\\text[a-z]+\{\}|\\[{}#$%&_,-]|\{[[\]]\}|-\{\}-\{\}|,\{\},\{\}|~|\\(?:dots|enspace|quad)\{\}|`\{\}|'\{\}|``\{\}|''\{\}|---?\{\}|\$(?:[^$\\{}]|\\[A-Za-z|]+|[_^]?\{[^$]*?\})*\$|O)*$/u
  fc.assert(
    fc.property(labels, (label) => {
      expect(escapeLatex(label, () => 'O')).toMatch(pieces)
    }),
    { numRuns: 2000 },
  )
})

const hasLatex = (() => {
  try {
    execFileSync('pdflatex', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

test.skipIf(!hasLatex)('LaTeX: hostile labels compile', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frieze-hostile-'))
  try {
    const pages: Page[] = []
    for (const diagram of hostileDiagrams()) pages.push(await figureOf(diagram))
    const request = requestOf(
      labelled('x'),
      pages.filter((page) => !isHuge(page)),
    )
    expect(request.pages.length).toBeGreaterThan(15)
    writeFileSync(join(folder, 'evil.tex'), (await tikz.export(request)) as string)
    const options = { cwd: folder, stdio: 'ignore', timeout: 200_000 } as const
    try {
      execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'evil.tex'], options)
    } catch {
      const log = readFileSync(join(folder, 'evil.log'), 'latin1')
      throw new Error(log.slice(Math.max(0, log.indexOf('\n!'))).slice(0, 1500))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
