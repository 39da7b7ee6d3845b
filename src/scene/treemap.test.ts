import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { ascent, descent } from '../drawing/bounds'
import { lintSvg } from '../drawing/lint'
import { measure } from '../drawing/measure'
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import { svgText } from '../exporters/svg'
import { viewOf } from '../graph/view'
import { analyse } from '../semantics/analyse'
import { tinyLanguageModel } from '../semantics/sample.fixture'
import { plainLook } from './look'
import { themeNames, type Scene } from './scene'
import { chartQuantities, drawTreemap } from './treemap'
import { partsOf } from './treemap/parts'

function* texts(primitives: readonly Primitive[]): Generator<TextPrimitive> {
  for (const each of primitives) {
    if (each.kind === 'group') yield* texts(each.children)
    if (each.kind === 'text') yield each
  }
}

function extent({ x, y, text, size, weight, anchor }: TextPrimitive) {
  const width = measure(text, size, weight)
  return {
    left: anchor === 'end' ? x - width : x,
    right: anchor === 'end' ? x : x + width,
    top: y - size * (ascent - 0.16),
    bottom: y + size * descent,
  }
}

/** Words that lie on each other, or leave the page. */
function faults({ primitives, width, height }: Scene): string[] {
  const all = [...texts(primitives)].map((text) => ({ text: text.text, ...extent(text) }))
  return all.flatMap((a, i) => [
    ...(a.left < 0 || a.right > width || a.top < 0 || a.bottom > height ? [`${a.text} leaves the page`] : []),
    ...all
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} lies on ${b.text}`),
  ])
}

describe.each(allDiagrams())('$name', ({ diagram }) => {
  test.each(chartQuantities)('%s in every variant: obeys the rules, and no label lies on another', (what) => {
    for (const variant of (diagram.variants ?? []).map((v) => v.id)) {
      const view = viewOf(diagram, { variant })
      const scene = drawTreemap(analyse(diagram, view), { what }, view, plainLook)
      expect(faults(scene)).toEqual([])
      expect(lintSvg(svgText(scene, 'en'))).toEqual([])
    }
  })

  test.each(themeNames)('in %s, in Japanese', (theme) => {
    const view = viewOf(diagram, { language: 'ja' })
    const scene = drawTreemap(analyse(diagram, view), { what: 'params' }, view, { ...plainLook, theme })
    expect(faults(scene)).toEqual([])
    expect(lintSvg(svgText(scene, 'ja'))).toEqual([])
  })

  test('parts add up to the whole, down to the tensors', () => {
    const analysis = analyse(diagram)
    const parts = partsOf(analysis, 'params', 99, 'en')
    expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(analysis.total.params.total)
    const check = (list: typeof parts): void => {
      for (const part of list) {
        const inner = part.parts.reduce((sum, each) => sum + each.amount, 0n)
        if (part.parts.length) expect([part.path, inner]).toEqual([part.path, part.amount])
        const { trainable, frozen, plain } = part.states
        expect(trainable + frozen + plain).toBe(part.amount)
        check([...part.parts])
      }
    }
    check(parts)
  })
})

test('depth closes what lies deeper', () => {
  const analysis = analyse(allDiagrams().find((each) => each.name === 'flamingo')!.diagram)
  expect(partsOf(analysis, 'params', 1, 'en').every((part) => part.parts.length === 0)).toBe(true)
  expect(partsOf(analysis, 'params', 2, 'en').some((part) => part.parts.length > 0)).toBe(true)
})

test('a model without weights gives an empty chart, not a fault', () => {
  const diagram = { ...tinyLanguageModel(), nodes: [tinyLanguageModel().nodes[0]!], edges: [], phases: [] }
  const view = viewOf(diagram)
  const scene = drawTreemap(analyse(diagram, view), { what: 'params' }, view, plainLook)
  expect(lintSvg(svgText(scene, 'en'))).toEqual([])
})
