import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Layout } from '../layout/layout'
import { viewOf } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { tinyLanguageModel } from '../semantics/sample.fixture'
import { draw } from './draw'
import { plainLook, type Look } from './look'

const diagram = tinyLanguageModel({ embed: 'frozen' })
const view = viewOf(diagram)
const { graph, layout, analysis } = await render(diagram, view, plainLook, layOut)
const paths = [...layout.nodes.keys()]

const moved = (path: string, by: number): Layout => ({
  ...layout,
  nodes: new Map([...layout.nodes].map(([each, box]) => [each, each === path ? { ...box, x: box.x + by } : box])),
})

const looks: readonly Look[] = [
  plainLook,
  { ...plainLook, theme: 'dark' },
  { ...plainLook, gradients: true },
  { ...plainLook, focus: new Set(['embed']) },
  { ...plainLook, quiz: { asks: new Set(['labels', 'shapes']), revealed: new Set() } },
]

test('whatever was drawn before, a picture is the one that is drawn of it first', () => {
  const pictures = fc.array(
    fc.record({ path: fc.constantFrom(...paths), by: fc.integer({ min: 0, max: 2 }), look: fc.constantFrom(...looks) }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(pictures, (all) => {
      for (const { path, by, look } of all) {
        const again = draw(graph, moved(path, by), analysis, view, look)
        // Copies of what it is drawn of are known to nobody.
        expect(again).toEqual(draw(structuredClone(graph), moved(path, by), { ...analysis }, view, look))
      }
    }),
    { numRuns: 30 },
  )
})

test('where one node moves, all others are the same objects', () => {
  const before = draw(graph, layout, analysis, view, plainLook)
  const after = draw(graph, moved('embed', 7), analysis, view, plainLook)
  const others = before.primitives.filter((each) => each.kind !== 'group' || each.node !== 'embed')
  expect(others.length).toBeGreaterThan(paths.length)
  for (const each of others) expect(after.primitives).toContain(each)
  expect(after.primitives).not.toContain(
    before.primitives.find((each) => each.kind === 'group' && each.node === 'embed'),
  )
})
