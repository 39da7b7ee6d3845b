// What stays where it was: laws over random pictures, and over the diagrams of the repository.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { addNode } from '../../document/edit/nodes'
import { moveOntoEdge } from '../../document/edit/splice'
import type { Diagram } from '../../document/schema'
import type { Graph, GraphNode } from '../../graph/graph'
import { resolve } from '../../graph/resolve'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import type { Box } from '../../shared/geometry'
import { checkLayout } from '../check'
import { createLayOut } from '../compose'
import { engine, layOut } from '../inProcess'
import { beforeOf, type FlowDirection, type Layout } from '../layout'
import { randomGraph } from '../randomGraph.fixture'
import { withPaths } from '../sampleGraphs.fixture'

const directions: FlowDirection[] = ['right', 'down', 'up']

/** With those containers closed whose turn it is not. */
function folded(graph: Graph, isOpen: (path: string) => boolean): Graph {
  const nodes = graph.nodes.map((node) => {
    if (!node.inside) return node
    const { inside, ...closed } = node
    return isOpen(node.path) ? { ...node, inside: folded(inside, isOpen) } : closed
  })
  const { key: _, ...rest } = { ...graph, nodes }
  return { ...rest, key: JSON.stringify(rest) }
}

const places = ({ width, height, nodes, edges }: Layout) => ({
  width,
  height,
  nodes: Object.fromEntries(nodes),
  edges: Object.fromEntries(edges),
})

test('unfolding and folding again gives the very picture that there was, and all on the way is sound', async () => {
  const law = fc.asyncProperty(
    randomGraph(2, false),
    fc.constantFrom(...directions),
    fc.nat(),
    async (sketch, direction, seed) => {
      const graph = withPaths(sketch)
      const some = folded(graph, (path) => (path.length * 7 + seed) % 3 === 0)
      const others = folded(graph, (path) => (path.length * 5 + path.charCodeAt(1) + seed) % 2 === 0)
      fc.pre(some.key !== others.key)
      const first = await layOut(some, { direction })
      const second = await layOut(others, { direction, after: beforeOf(some, first) })
      expect(checkLayout(others, second)).toEqual([])
      const back = await layOut(some, { direction, after: beforeOf(others, second) })
      expect(places(back)).toEqual(places(first))
    },
  )
  await fc.assert(law, { seed: 7, numRuns: 40, endOnFailure: true })
}, 120_000)

const { diagram: flamingo } = allDiagrams().find(({ name }) => name === 'flamingo')!

function graphOf(diagram: Diagram, unfolded: Iterable<string>): Graph {
  const view = { ...viewOf(diagram), unfolded: new Set(unfolded) }
  return resolve(analyse(diagram, view), view)
}

function* every(graph: Graph): Generator<GraphNode> {
  for (const node of graph.nodes) {
    yield node
    if (node.inside) yield* every(node.inside)
  }
}

const five = allDiagrams().filter(({ name }) => ['clip', 'align', 'limoe', 'flamingo', 'pali'].includes(name))

test.each(five)(
  '$name: each container that opens or closes leaves the rows as they were',
  async ({ diagram }) => {
    const { unfolded, direction } = viewOf(diagram)
    const graph = graphOf(diagram, unfolded)
    const before = await layOut(graph, { direction })
    for (const { path, foldable, inside } of every(graph)) {
      if (!foldable) continue
      const next = graphOf(diagram, inside ? [...unfolded].filter((each) => each !== path) : [...unfolded, path])
      const after = await layOut(next, { direction, after: beforeOf(graph, before) })
      expect(after.kept!.era, `${path}: a new composition`).toBe(before.kept!.era)
      expect(checkLayout(next, after)).toEqual([])
      const ids = graph.nodes.map((node) => node.path)
      expect(swaps(ids, before, after)).toEqual([])
      const back = await layOut(graph, { direction, after: beforeOf(next, after) })
      expect(places(back)).toEqual(places(before))
    }
  },
  120_000,
)

/** Nodes above each other that are so no more, rows that changed places, and neighbours in a row that did. */
function swaps(paths: readonly string[], before: Layout, after: Layout): string[] {
  const isAbove = (a: Box, b: Box) => a.y + a.height <= b.y
  const isBefore = (a: Box, b: Box) => a.x + a.width <= b.x
  const rowOf = rows(paths, before)
  return paths.flatMap((first) =>
    paths.flatMap((second) => {
      const [a, b] = [before.nodes.get(first)!, before.nodes.get(second)!]
      const [c, d] = [after.nodes.get(first)!, after.nodes.get(second)!]
      const isColumn = !isBefore(a, b) && !isBefore(b, a)
      const isSwapped = isColumn ? !isAbove(c, d) : rowOf.get(first) !== rowOf.get(second) && isAbove(d, c)
      if (isAbove(a, b) && isSwapped) return [`${first} was above ${second}`]
      const isNextTo = isBefore(a, b) && !isAbove(a, b) && !isAbove(b, a)
      return isNextTo && !isBefore(c, d) ? [`${first} was before ${second}`] : []
    }),
  )
}

/** What overlaps from top to bottom is in one row. */
function rows(paths: readonly string[], { nodes }: Layout): Map<string, number> {
  const found = new Map<string, number>()
  let [row, reach] = [0, -Infinity]
  for (const path of [...paths].sort((a, b) => nodes.get(a)!.y - nodes.get(b)!.y)) {
    const { y, height } = nodes.get(path)!
    if (y >= reach) row += 1
    reach = Math.max(reach, y + height)
    found.set(path, row)
  }
  return found
}

test('a picture without a history is the same whatever was laid out before', async () => {
  const open = graphOf(flamingo, ['groups', 'groups/xattn', 'resampler'])
  const closed = graphOf(flamingo, ['resampler'])
  const first = await layOut(closed, { direction: 'right' })
  const continued = await layOut(open, { direction: 'right', after: beforeOf(closed, first) })
  const fresh = await createLayOut(engine)(open, { direction: 'right' })
  expect(places(await layOut(open, { direction: 'right' }))).toEqual(places(fresh))
  expect(places(continued)).not.toEqual(places(fresh))
})

test('what is laid out afresh has no history, and what was before can be come back to', async () => {
  const [start, open] = [graphOf(flamingo, ['groups']), graphOf(flamingo, ['groups', 'groups/xattn'])]
  const first = await layOut(start, { direction: 'right' })
  const second = await layOut(open, { direction: 'right', after: beforeOf(start, first) })
  expect([first.kept!.isFresh, second.kept!.isFresh]).toEqual([true, false])
  const tidy = await layOut(open, { direction: 'right', after: { ...beforeOf(open, second), afresh: true } })
  expect(places(tidy)).toEqual(places(await layOut(open, { direction: 'right' })))
  expect(places(await layOut(start, { direction: 'right', after: beforeOf(open, tidy) }))).toEqual(places(first))
})

test('a picture that was stored can be continued as if it had been laid out here', async () => {
  const [start, open] = [graphOf(flamingo, ['groups']), graphOf(flamingo, ['groups', 'groups/xattn'])]
  const { kept, ...stored } = await layOut(start, { direction: 'right' })
  const continued = await layOut(open, { direction: 'right', after: beforeOf(start, { ...stored, kept }) })
  expect(places(await layOut(open, { direction: 'right', after: beforeOf(start, stored) }))).toEqual(places(continued))
})

test('a shape that nobody could read is composed afresh', async () => {
  const { unfolded } = viewOf(flamingo)
  const start = graphOf(flamingo, unfolded)
  const all = new Set<string>()
  for (let size = -1; size !== all.size;) {
    size = all.size
    for (const node of every(graphOf(flamingo, all))) if (node.foldable) all.add(node.path)
  }
  const open = graphOf(flamingo, all)
  const layout = await layOut(open, {
    direction: 'right',
    after: beforeOf(start, await layOut(start, { direction: 'right' })),
  })
  const shape = (layout.width + 96) / (layout.height + 280)
  expect(shape).toBeLessThan(5)
  expect(checkLayout(open, layout)).toEqual([])
}, 60_000)

test('what is put on a line comes to stand there, from wherever it stood', async () => {
  const { diagram: clip } = allDiagrams().find(({ name }) => name === 'clip')!
  const loose = addNode(clip, '', { id: 'norm', block: 'layerNorm' })
  const moved = (diagram: Diagram, ids: string[], to: string): Diagram => {
    const put = moveOntoEdge(diagram, '', ids, to)
    if (!put.ok) throw new Error('It does not go there')
    return put.diagram
  }
  const [first, second] = [graphOf(loose, []), graphOf(moved(loose, ['norm'], 'text_projection.x'), [])]
  const before = await layOut(first, { direction: 'right' })
  const alone = await layOut(second, { direction: 'right', after: beforeOf(first, before) })
  expect(checkLayout(second, alone)).toEqual([])
  const isBetween = ({ nodes }: Layout, id: string, from: string, to: string) => {
    const [a, b, c] = [nodes.get(from)!, nodes.get(id)!, nodes.get(to)!]
    expect(b.x).toBeGreaterThan(a.x + a.width)
    expect(c.x).toBeGreaterThan(b.x + b.width)
    expect(Math.abs(b.y + b.height / 2 - c.y - c.height / 2)).toBeLessThan(2)
  }
  isBetween(alone, 'norm', 'text_encoder', 'text_projection')

  // From one chain into another; of two that feed each other both come along.
  const onLine = moved(loose, ['norm'], 'text_projection.x')
  const third = graphOf(moved(onLine, ['norm'], 'image_norm.x'), [])
  const other = await layOut(third, { direction: 'right', after: beforeOf(second, alone) })
  expect(checkLayout(third, other)).toEqual([])
  isBetween(other, 'norm', 'image_projection', 'image_norm')
  const fourth = graphOf(moved(onLine, ['norm', 'text_projection'], 'image_norm.x'), [])
  const both = await layOut(fourth, { direction: 'right', after: beforeOf(second, alone) })
  expect(checkLayout(fourth, both)).toEqual([])
  expect(both.nodes.get('text_projection')!.y).toBeLessThan(both.nodes.get('text_encoder')!.y)
})
