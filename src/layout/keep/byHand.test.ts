// Moving nodes by hand: each goes exactly there, what is not in its way stays, what is makes room, and the picture is the
// one that the document gives when it is opened again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import type { Graph, GraphNode } from '../../graph/graph'
import { resolve } from '../../graph/resolve'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import type { Box, Point } from '../../shared/geometry'
import { pinOrigin } from '../annotations'
import { checkLayout } from '../check'
import { layOut } from '../inProcess'
import { beforeOf, type FlowDirection, type Layout } from '../layout'
import { overlap } from '../plane'
import { randomGraph } from '../randomGraph.fixture'
import { withPaths } from '../sampleGraphs.fixture'
import { isInside } from '../../shared/path'

interface Place {
  readonly node: GraphNode
  readonly level: Graph
  /** The path of what holds it. */
  readonly parent: string
}

function every(level: Graph, parent = ''): Place[] {
  return level.nodes.flatMap((node) => [{ node, level, parent }, ...(node.inside ? every(node.inside, node.path) : [])])
}

/** From where pins count. */
function relative(layout: Layout, { node, level, parent }: Place): Box {
  const [at, from] = [layout.nodes.get(node.path)!, pinOrigin(level, layout, parent)]
  return { ...at, x: at.x - from.x, y: at.y - from.y }
}

const isApart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) > 0.02

function pinned(graph: Graph, path: string, pin: Point): Graph {
  const nodes = graph.nodes.map((node) => {
    if (node.path === path) return { ...node, pin }
    return node.inside ? { ...node, inside: pinned(node.inside, path, pin) } : node
  })
  return { ...graph, nodes, key: `${graph.key} ${path} ${pin.x} ${pin.y}` }
}

interface Picture {
  readonly graph: Graph
  readonly layout: Layout
}

async function moved({ graph, layout }: Picture, place: Place, by: Point, direction: FlowDirection): Promise<Picture> {
  const { x, y } = relative(layout, place)
  const next = pinned(graph, place.node.path, { x: x + by.x, y: y + by.y })
  return { graph: next, layout: await layOut(next, { direction, after: beforeOf(graph, layout) }) }
}

/** What is where it should not be after a node was moved by hand, in a picture where nothing was before. */
function strays(before: Picture, after: Picture, place: Place, by: Point): string[] {
  const { path } = place.node
  const [old, now] = [relative(before.layout, place), relative(after.layout, place)]
  const faults = isApart(now, { x: old.x + by.x, y: old.y + by.y }) ? [`${path} is not where it was put`] : []
  for (const other of every(before.graph)) {
    const [was, is] = [relative(before.layout, other), relative(after.layout, other)]
    const isInTheWay = other.parent === place.parent && overlap(was, now, 80)
    // What holds it may have to grow, and its neighbours to make room.
    const isAround = other.parent !== place.parent && isInside(path, other.parent)
    if (other.node.path !== path && !isInTheWay && !isAround && isApart(was, is))
      faults.push(`${other.node.path} moved by ${is.x - was.x}, ${is.y - was.y}`)
  }
  return faults
}

const shown = ({ width, height, nodes, edges }: Layout) => ({ width, height, nodes: [...nodes], edges: [...edges] })

const way = fc.record({ x: fc.integer({ min: -150, max: 150 }), y: fc.integer({ min: -150, max: 150 }) })

test('a node that is moved goes exactly there, nothing else moves that is not in its way, and it all looks the same when it is opened again', async () => {
  const law = fc.asyncProperty(
    randomGraph(1, false),
    fc.constantFrom<FlowDirection>('right', 'down', 'up'),
    fc.array(fc.tuple(fc.nat(), way), { minLength: 3, maxLength: 3 }),
    async (sketch, direction, moves) => {
      const graph = withPaths(sketch)
      let picture: Picture = { graph, layout: await layOut(graph, { direction }) }
      for (const [step, [index, by]] of moves.entries()) {
        const places = every(picture.graph)
        const place = places[index % places.length]!
        const next = await moved(picture, place, by, direction)
        const now = relative(next.layout, place)
        const isOnAnother = places.some(
          (other) =>
            other.parent === place.parent &&
            other.node.pin &&
            other.node.path !== place.node.path &&
            overlap(relative(next.layout, other), now, 16),
        )
        fc.pre(!isOnAnother)
        expect(checkLayout(next.graph, next.layout)).toEqual([])
        if (step === 0) expect(strays(picture, next, place, by)).toEqual([])
        expect(shown(await layOut(next.graph, { direction }))).toEqual(shown(next.layout))
        picture = next
      }
    },
  )
  await fc.assert(law, { seed: 7, numRuns: 12, endOnFailure: true })
}, 120_000)

test('what makes room for a node comes back when the node leaves', async () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'flamingo')!
  const view = viewOf(diagram)
  const graph = resolve(analyse(diagram, view), view)
  const first = { graph, layout: await layOut(graph, view) }
  const [place, other] = every(graph).filter(({ parent }) => parent === '')
  const [a, b] = [relative(first.layout, place!), relative(first.layout, other!)]
  const onIt = await moved(first, place!, { x: b.x - a.x, y: b.y - a.y }, view.direction)
  expect(relative(onIt.layout, place!)).toMatchObject({ x: b.x, y: b.y })
  expect(isApart(relative(onIt.layout, other!), b)).toBe(true)
  expect(checkLayout(onIt.graph, onIt.layout)).toEqual([])
  const back = await moved(onIt, place!, { x: a.x - b.x, y: a.y - b.y }, view.direction)
  expect(shown(back.layout)).toEqual(shown(first.layout))
})

test('what was drawn along when a container grew stays there when its neighbour is moved', async () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
  const view = { ...viewOf(diagram), unfolded: new Set(['image_encoder', 'text_encoder', 'image_encoder/blocks']) }
  const graph = resolve(analyse(diagram, view), view)
  const first = { graph, layout: await layOut(graph, view) }
  const placeOf = ({ graph }: Picture, path: string) => every(graph).find(({ node }) => node.path === path)!
  const attention = placeOf(first, 'image_encoder/blocks/attention')
  const grown = await moved(first, attention, { x: 72, y: 214 }, view.direction)
  const projection = placeOf(grown, 'image_projection')
  const next = await moved(grown, projection, { x: 20, y: 60 }, view.direction)
  expect(checkLayout(next.graph, next.layout)).toEqual([])
  expect(strays(grown, next, projection, { x: 20, y: 60 })).toEqual([])
  for (const { node, parent } of every(graph)) {
    if (parent === '' && node.path !== 'image_projection')
      expect(next.layout.nodes.get(node.path), node.path).toEqual(grown.layout.nodes.get(node.path))
  }
})

const nudged = allDiagrams().filter(({ name }) => ['clip', 'flamingo', 'pali'].includes(name))

test.each(nudged)(
  '$name: every node can be nudged by a step of the grid',
  async ({ diagram }) => {
    const view = viewOf(diagram)
    const graph = resolve(analyse(diagram, view), view)
    const first = { graph, layout: await layOut(graph, view) }
    for (const place of every(graph)) {
      const next = await moved(first, place, { x: 8, y: 0 }, view.direction)
      expect(checkLayout(next.graph, next.layout), place.node.path).toEqual([])
      expect(strays(first, next, place, { x: 8, y: 0 }), place.node.path).toEqual([])
    }
  },
  60_000,
)
