import { inflateSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { parseDiagram } from '../document/parse'
import { serialise } from '../document/serialise'
import { openText } from '../importers/open'
import { html } from './html'
import type { ViewerState } from './html/states'
import { figureOf, requestOf } from './pages.fixture'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
const [open, folded] = [await figureOf(diagram), await figureOf(diagram, { unfolded: new Set() })]
const text = String(await html.export(requestOf(diagram, [open, folded])))

const statesIn = (page: string) =>
  JSON.parse(/<script type="application\/json" id="states">(.*?)<\/script>/s.exec(page)![1]!) as ViewerState[]

test('a page is whole in itself and small', () => {
  expect(text).not.toMatch(/(src|href)="|https?:\/\/(?!www\.w3\.org)/)
  expect(text.length).toBeLessThan(400_000)
})

test('it gives the document back, and says when it was altered', () => {
  const opened = openText(text)
  expect(opened.ok && serialise(opened.diagram)).toBe(serialise(diagram))
  const at = text.indexOf('<metadata>') + 400
  const altered = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  expect(openText(altered).ok).toBe(false)
})

test('every view is in it, the first one as it is', () => {
  const states = statesIn(text)
  expect(states.map(({ open: paths }) => paths)).toEqual([['image_encoder', 'text_encoder'], []])
  const bytes = Uint8Array.from(atob(states[1]!.picture), (sign) => sign.charCodeAt(0))
  expect(strFromU8(inflateSync(bytes))).toMatch(/^<svg [^]*<\/svg>\s*$/)
  expect(states[0]!.picture).toBe('')
})

test('words of a document never become part of the page', async () => {
  const title = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const parsed = parseDiagram(serialise({ ...diagram, about: { ...diagram.about, title } }))
  if (!parsed.ok) throw new Error('the hostile document is no document')
  const page = String(await html.export(requestOf(parsed.diagram, [await figureOf(parsed.diagram)])))
  expect(page).not.toMatch(/<img|<script>alert/)
  expect(statesIn(page)).toHaveLength(1)
})
