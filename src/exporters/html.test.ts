import { inflateSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { parseDiagram } from '../document/parse'
import { serialise } from '../document/serialise'
import { openText } from '../importers/open'
import { html } from './html'
import type { Payload } from './html/payload'
import { script } from './html/viewer/element.ts?script'
import { script as handout } from './html/viewer/handout.ts?script'
import type { Page } from './exporter'
import { figureOf, requestOf } from './pages.fixture'
import { escapeXml } from './xml'
import { textsIn } from '../drawing/texts'
import { round } from '../drawing/numbers'
import { fromBase64 } from '../shared/base64'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
const [open, folded] = [await figureOf(diagram), await figureOf(diagram, { unfolded: new Set() })]
const text = String(await html.export(requestOf(diagram, [open, folded])))

const payloadIn = (page: string) => {
  const line = /<script type="text\/plain" id="pictures">(.*?)<\/script>/s.exec(page)![1]!
  return JSON.parse(strFromU8(inflateSync(fromBase64(line)))) as Payload
}

test('a page is whole in itself and small', () => {
  expect(text).not.toMatch(/(src|href)="|https?:\/\/(?!www\.w3\.org)/)
  expect(text.length).toBeLessThan(400_000)
})

test('the scripts of the page end where it says, and need no other', () => {
  expect(text.match(/<\/script/g)?.length).toBe(3)
  for (const each of [script, handout]) {
    expect(each).toMatch(/^\(function/)
    expect(each).not.toMatch(/\bimport[\s("{*]|\bexport\b|<!--/)
  }
  expect(script.length).toBeLessThan(12_500)
  expect(handout.length).toBeLessThan(3_500)
})

test('it gives the document back, and says when it was altered', () => {
  const opened = openText(text)
  expect(opened.ok && serialise(opened.diagram)).toBe(serialise(diagram))
  const at = text.indexOf('<metadata>') + 400
  const altered = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  expect(openText(altered).ok).toBe(false)
})

test('every view is in it, and what they share is there once', () => {
  const { states, parts } = payloadIn(text)
  expect(states.map((state) => state.open)).toEqual([['image_encoder', 'text_encoder'], []])
  expect(new Set(parts).size).toBe(parts.length)
  const [first, second] = states.map(({ uses }) => new Set(uses.map(([part]) => part)))
  // Titles, inputs and outputs, at least, are the same in both.
  expect([...second!].filter((part) => first!.has(part)).length).toBeGreaterThan(5)
})

test('put together again, each picture is what it was', () => {
  const { states, parts } = payloadIn(text)
  for (const [i, { scene }] of [open, folded].entries()) {
    const { uses, width, height, name } = states[i]!
    expect({ width, height, name }).toEqual({ width: scene.width, height: scene.height, name: scene.title })
    const words = uses.flatMap(([part, x, y]) =>
      [...parts[part]!.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>(.*?)<\/text>/g)].map(
        ([, left, top, word]) => [word, round(Number(left) + x), round(Number(top) + y)] as const,
      ),
    )
    const wanted = textsIn(scene.primitives).map(
      (each) => [escapeXml(each.text), round(each.x), round(each.y)] as const,
    )
    expect(words.map(([word]) => word)).toEqual(wanted.map(([word]) => word))
    const apart = words.map(([, x, y], at) => Math.abs(x - wanted[at]![1]) + Math.abs(y - wanted[at]![2]))
    expect(Math.max(...apart)).toBeLessThan(0.05)
  }
})

test('what is too much is left out from the end, and steps stay', async () => {
  const many = Array.from({ length: 60 }, (_, i): Page => {
    const words = Array.from({ length: 400 }, (_, n) => `${i} ${n} ${Math.sin(i * 400 + n)}`)
    const primitives = words.map((word, n) => ({
      ...({ kind: 'text', x: 0, size: 12, weight: 400, anchor: 'start', fill: '#000000' } as const),
      text: word,
      y: 20 * n,
    }))
    return {
      ...folded,
      scene: { ...folded.scene, primitives: [{ kind: 'group', children: primitives }] },
      ...(i > 0 && i < 5 && { step: i }),
    }
  })
  const page = String(await html.export(requestOf(diagram, many)))
  expect(page.length).toBeLessThan(400_000)
  const { states } = payloadIn(page)
  expect(states.length).toBeGreaterThan(5)
  expect(states.length).toBeLessThan(60)
  expect(states.map(({ step }) => step).slice(0, 6)).toEqual([undefined, 1, 2, 3, 4, undefined])
})

test('words of a document never become part of the page', async () => {
  const title = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const parsed = parseDiagram(serialise({ ...diagram, about: { ...diagram.about, title } }))
  if (!parsed.ok) throw new Error('the hostile document is no document')
  const page = String(await html.export(requestOf(parsed.diagram, [await figureOf(parsed.diagram)])))
  expect(page).not.toMatch(/<img|<script>alert/)
  expect(payloadIn(page).states).toHaveLength(1)
})
