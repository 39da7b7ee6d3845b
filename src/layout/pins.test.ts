// Pins above and to the left of everything: the corner that they count from moves, and they keep their distance from it.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Graph } from '../graph/graph'
import { resolve } from '../graph/resolve'
import { viewOf } from '../graph/view'
import { analyse } from '../semantics/analyse'
import { checkLayout } from './check'
import { layOut } from './inProcess'
import { contentOrigin } from './pins'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!

function pinned(pins: Readonly<Record<string, { x: number; y: number }>>): Graph {
  const view = { ...diagram.view, pins }
  return resolve(analyse({ ...diagram, view }), viewOf({ ...diagram, view }))
}

test.each([
  ['left of all', { loss: { x: -300, y: 40 } }],
  ['above all', { image: { x: 10, y: -220 } }],
  ['inside a container', { 'image_encoder/pool': { x: -120, y: -90 } }],
])('a node pinned %s stays there, and nothing is in its way', async (_, pins) => {
  const graph = pinned(pins)
  const layout = await layOut(graph, { direction: 'right' })
  for (const [path, pin] of Object.entries(pins)) {
    const holder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    const inside = holder ? graph.nodes.find((n) => n.path === holder)!.inside! : graph
    expect(inside.nodes.map((n) => n.path)).toContain(path)
    const corner = layout.nodes.get(holder) ?? { x: 0, y: 0 }
    const inset = contentOrigin(inside, holder === '')
    const shift = layout.shifts?.get(holder) ?? { x: 0, y: 0 }
    const at = layout.nodes.get(path)!
    expect([at.x - corner.x - inset.x - shift.x, at.y - corner.y - inset.y - shift.y]).toEqual([pin.x, pin.y])
  }
  expect(checkLayout(graph, layout).filter((fault) => !/label/.test(fault))).toEqual([])
})
