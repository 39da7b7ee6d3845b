// The figure of systems: everything inside the page, and no text on another, in every language.
import { expect, test } from 'vitest'
import { languages } from '../document/schema'
import { measure } from '../drawing/measure'
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import { rowsFor } from '../semantics/systems/columns'
import { systemRows } from '../semantics/systems/systems'
import { allDiagrams } from '../diagrams.fixture'
import { drawSystems } from './systems'

const texts = (primitives: readonly Primitive[]): TextPrimitive[] =>
  primitives.flatMap((each) => (each.kind === 'group' ? texts(each.children) : each.kind === 'text' ? [each] : []))

function boxOf({ x, y, text, size, weight, anchor }: TextPrimitive) {
  const width = measure(text, size, weight)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, y }
}

test.each(languages)('%s', (language) => {
  for (const table of ['systems', 'tokens'] as const) {
    const rows = rowsFor(table, systemRows(allDiagrams(), { language, variants: table === 'tokens' }))
    const scene = drawSystems(rows, table, language, { theme: 'light', background: true, problems: false })
    const boxes = texts(scene.primitives).map(boxOf)
    expect(boxes.length).toBeGreaterThan(rows.length * 4)
    for (const { left, right, y } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(scene.width)
      expect(y).toBeLessThan(scene.height)
    }
    const sorted = boxes.toSorted((a, b) => a.y - b.y || a.left - b.left)
    sorted.slice(1).forEach((box, i) => {
      if (box.y === sorted[i]!.y) expect(box.left).toBeGreaterThan(sorted[i]!.right)
    })
  }
})

test('no system gives an empty figure', () => {
  const scene = drawSystems([], 'systems', 'en', { theme: 'print', background: false, problems: false })
  expect(Number.isFinite(scene.width) && Number.isFinite(scene.height)).toBe(true)
})
