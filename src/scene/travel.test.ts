import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { resolve } from '../graph/resolve'
import { viewOf } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { analyse } from '../semantics/analyse'
import { plainLook } from './look'
import { tokensAt, travelOf } from './travel'

const named = allDiagrams().filter(({ name }) => ['clip', 'flamingo', 'pali', 'limoe', 'align'].includes(name))

test.each(named)('$name: no token leaves before what it is made of has come', async ({ diagram }) => {
  const view = viewOf(diagram)
  const analysis = analyse(diagram, view)
  const graph = resolve(analysis, view)
  const layout = await layOut(graph, { direction: view.direction })
  const travel = travelOf(graph, layout, analysis, plainLook)
  const forward = new Map(travel.trips.filter(({ hue }) => hue !== 'gradient').map((trip) => [trip.edge, trip]))
  expect(forward.size).toBe(layout.edges.size)
  for (const node of graph.nodes) {
    const into = graph.edges.filter(({ to }) => to.node === node.id)
    const out = graph.edges.filter(({ from }) => from.node === node.id)
    for (const a of into)
      for (const b of out) expect(forward.get(b.id)!.start).toBeGreaterThanOrEqual(forward.get(a.id)!.end)
  }
  // The way back begins when the way forward is over, and takes only the edges that carry a gradient.
  const back = travel.trips.filter(({ hue }) => hue === 'gradient')
  expect(back.map(({ edge }) => edge).sort()).toEqual(
    [...layout.edges.keys()].filter((id) => analysis.flow.edges.has(id)).sort(),
  )
  for (const { start } of back) expect(start).toBeGreaterThan(travel.forward)
  expect(tokensAt(travel, -1, { x: 0, y: 0 }, plainLook)).toEqual([])
  expect(tokensAt(travel, travel.duration + 1, { x: 0, y: 0 }, plainLook)).toEqual([])
  expect(tokensAt(travel, 0.2, { x: 0, y: 0 }, plainLook).length).toBeGreaterThan(0)
})
