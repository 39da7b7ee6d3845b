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

/** What feeds something frozen alone carries no gradient; what is crossed on the way to something trained does. */
test.each([
  [
    'open-flamingo',
    'training',
    ['vision>resampler', 'text>embed', 'embed>groups'],
    ['resampler>groups', 'groups>head'],
  ],
  ['lit', 'tuning', ['image_pool>image_norm', 'image_norm>similarity'], ['text_norm>similarity', 'similarity>loss']],
  ['frozen', 'captioning', ['text>embed', 'embed>concat'], ['vision>projection', 'concat>language_model']],
  ['pali', 'pretraining', ['image>vision', 'vision>projection'], ['projection>concat', 'encoder>decoder']],
] as const)('%s, %s: the way back is the way of the gradient', async (name, phase, cold, crossed) => {
  const { diagram } = allDiagrams().find((each) => each.name === name)!
  const view = viewOf(diagram, { phase })
  const analysis = analyse(diagram, view)
  const graph = resolve(analysis, view)
  const { trips } = travelOf(graph, await layOut(graph, { direction: view.direction }), analysis, plainLook)
  const joined = (id: string) => {
    const { from, to } = graph.edges.find((edge) => edge.id === id) ?? {}
    return from && to ? [`${from.node}>${to.node}`] : []
  }
  const forward = trips.filter(({ hue }) => hue !== 'gradient').flatMap(({ edge }) => joined(edge))
  const back = trips.filter(({ hue }) => hue === 'gradient').flatMap(({ edge }) => joined(edge))
  expect(forward).toEqual(expect.arrayContaining([...cold, ...crossed]))
  expect(back).toEqual(expect.arrayContaining([...crossed]))
  expect(back.filter((each) => (cold as readonly string[]).includes(each))).toEqual([])
  // By reachability alone: something trained lies before it, and a loss after it.
  const reached = (start: string, side: 'from' | 'to'): Set<string> => {
    const found = new Set([start])
    const other = side === 'from' ? 'to' : 'from'
    for (const each of found)
      for (const edge of graph.edges) if (edge[other].node === each && edge[side].node) found.add(edge[side].node)
    return found
  }
  const trained = new Set(
    graph.nodes.filter(({ state }) => state === 'trainable' || state === 'mixed').map(({ id }) => id),
  )
  for (const edge of graph.edges) {
    const learns = [...reached(edge.from.node!, 'from')].some((id) => trained.has(id))
    const isJudged = [...reached(edge.to.node!, 'to')].includes('loss')
    if (!learns || !isJudged) expect(back).not.toContain(`${edge.from.node}>${edge.to.node}`)
  }
})
