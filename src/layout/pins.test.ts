// Nodes that were placed by hand stand exactly there, wherever that is, and all else is sound around them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Graph } from '../graph/graph'
import { resolve } from '../graph/resolve'
import { viewOf } from '../graph/view'
import { analyse } from '../semantics/analyse'
import { pinOrigin } from './annotations'
import { checkLayout } from './check'
import { layOut } from './inProcess'
import type { FlowDirection, Layout } from './layout'
import { randomGraph } from './randomGraph.fixture'
import { withPaths } from './sampleGraphs.fixture'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!

function pinned(pins: Readonly<Record<string, { x: number; y: number }>>): Graph {
  const view = { ...diagram.view, pins }
  return resolve(analyse({ ...diagram, view }), viewOf({ ...diagram, view }))
}

/** Which pinned nodes are not where they were put. */
function strays(graph: Graph, layout: Layout, path = ''): string[] {
  const from = pinOrigin(graph, layout, path)
  return graph.nodes.flatMap((node) => {
    const at = layout.nodes.get(node.path)!
    const [x, y] = [at.x - from.x - (node.pin?.x ?? 0), at.y - from.y - (node.pin?.y ?? 0)]
    const own = node.pin && Math.hypot(x, y) > 0.02 ? [`${node.path} strays by ${x}, ${y}`] : []
    return [...own, ...(node.inside ? strays(node.inside, layout, node.path) : [])]
  })
}

function pinsIn(graph: Graph): string[] {
  return graph.nodes.flatMap(({ path, pin, inside }) => [...(pin ? [path] : []), ...(inside ? pinsIn(inside) : [])])
}

test.each([
  ['left of all', { loss: { x: -300, y: 40 } }],
  ['above all', { image: { x: 10, y: -220 } }],
  ['far away', { loss: { x: 9000, y: -7000 } }],
  ['inside a container', { 'image_encoder/pool': { x: -120, y: -90 } }],
  ['far outside its container', { 'image_encoder/pool': { x: -2500, y: 1800 } }],
  ['one upon another', { image: { x: 40, y: 300 }, loss: { x: 90, y: 330 } }],
])('a node pinned %s stays there, and nothing is in its way', async (_, pins) => {
  const graph = pinned(pins)
  expect(pinsIn(graph)).toEqual(Object.keys(pins))
  const layout = await layOut(graph, { direction: 'right' })
  expect(strays(graph, layout)).toEqual([])
  const faults = checkLayout(graph, layout)
  expect(faults.filter((fault) => !isByHand(fault, graph))).toEqual([])
})

/** Two that a hand put upon each other overlap. */
function isByHand(fault: string, graph: Graph): boolean {
  const pins = pinsIn(graph)
  const [, a, b] = /^(.+) and (.+) overlap\.$/.exec(fault) ?? []
  return a !== undefined && b !== undefined && pins.includes(a) && pins.includes(b)
}

/** Two pins on one spot cannot both be honoured without an overlap: far apart, then. */
function withoutCollisions(graph: Graph, apart = 6000): Graph {
  let count = 0
  const nodes = graph.nodes.map((node) => {
    const inside = node.inside ? { inside: withoutCollisions(node.inside, 700) } : {}
    return node.pin
      ? { ...node, ...inside, pin: { x: node.pin.x, y: node.pin.y + apart * count++ } }
      : { ...node, ...inside }
  })
  return { ...graph, nodes, key: JSON.stringify(nodes) + graph.key }
}

const directions: FlowDirection[] = ['right', 'down', 'up']

test('random pins are honoured exactly, and everything is sound around them', async () => {
  const law = fc.asyncProperty(randomGraph(1, true), fc.constantFrom(...directions), async (sketch, direction) => {
    const graph = withPaths(withoutCollisions(sketch))
    const layout = await layOut(graph, { direction })
    expect(strays(graph, layout)).toEqual([])
    expect(checkLayout(graph, layout)).toEqual([])
  })
  for (const seed of [7, 11, 13]) await fc.assert(law, { seed, numRuns: 15, endOnFailure: true })
}, 120_000)

test('random pins are honoured where they collide, and nothing else overlaps', async () => {
  const law = fc.asyncProperty(randomGraph(1, true), fc.constantFrom(...directions), async (sketch, direction) => {
    const graph = withPaths(sketch)
    const layout = await layOut(graph, { direction })
    expect(strays(graph, layout)).toEqual([])
    const overlaps = checkLayout(graph, layout).filter((fault) => fault.endsWith(' overlap.'))
    expect(overlaps.filter((fault) => !isByHand(fault, graph))).toEqual([])
  })
  await fc.assert(law, { seed: 7, numRuns: 20, endOnFailure: true })
}, 120_000)
