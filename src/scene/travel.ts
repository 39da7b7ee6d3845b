// Tokens on their way through a picture: when each edge is travelled, and where the tokens are at a moment. Forward in the
// order of the data flow, in the hue of what travels; then backward along the edges that carry a gradient. Pure: the same
// moment gives the same primitives on the canvas, in animated SVG and in a film.
import { alongPolyline, polylineLength } from '../drawing/polyline'
import type { Primitive, RectPrimitive } from '../drawing/primitives'
import type { Graph, Hue } from '../graph/graph'
import type { Layout } from '../layout/layout'
import type { Analysis } from '../semantics/analyse'
import { gradientsOf } from '../semantics/gradients'
import type { Point } from '../shared/geometry'
import { endsOf, isHidden } from './emphasis'
import type { Look } from './look'
import { themes } from './themes'
import { pathIn } from '../shared/path'

export interface Trip {
  /** Id of the edge. */
  readonly edge: string
  readonly hue: Hue | 'gradient'
  /** In the order of travel: backward for gradients. */
  readonly points: readonly Point[]
  /** In seconds from the start. */
  readonly start: number
  readonly end: number
}

export interface Travel {
  readonly trips: readonly Trip[]
  /** When the last forward token has arrived, and when all is over. */
  readonly forward: number
  readonly duration: number
}

/** Pixels a second, the shortest and the longest trip, and the stay in a node. */
const [speed, shortest, longest, stay] = [420, 0.35, 1.4, 0.18]
/** Tokens that follow each other on one edge. */
const train = 3
const gap = 0.12

/** When every edge is travelled. Empty where nothing is drawn. */
export function travelOf(graph: Graph, layout: Layout, analysis: Analysis, look: Look): Travel {
  const edges = [...edgesIn(graph, '')].filter(
    ({ id, ends }) => layout.edges.has(id) && !ends.some((end) => isHidden(end, look)),
  )
  const lengths = new Map(edges.map(({ id }) => [id, timeFor(layout.edges.get(id)!.points)]))
  const forward = schedule(edges, lengths, 0)
  const forwardEnd = Math.max(0, ...forward.map(({ end }) => end))
  const { edges: carrying, hasLoss } = gradientsOf(analysis)
  const reversed = hasLoss
    ? edges
        .filter(({ id }) => carrying.has(id))
        .map(({ id, hue, ends: [from, to] }) => ({ id, hue, ends: [to, from] as const }))
    : []
  const backward = schedule(reversed, lengths, forwardEnd + (reversed.length ? 0.6 : 0))
  const trips = [
    ...forward.map(({ edge, ...when }): Trip => ({
      ...when,
      edge: edge.id,
      hue: edge.hue,
      points: layout.edges.get(edge.id)!.points,
    })),
    ...backward.map(({ edge, ...when }): Trip => ({
      ...when,
      edge: edge.id,
      hue: 'gradient',
      points: layout.edges.get(edge.id)!.points.toReversed(),
    })),
  ]
  return { trips, forward: forwardEnd, duration: Math.max(0, ...trips.map(({ end }) => end)) + train * gap }
}

interface Way {
  readonly id: string
  readonly hue: Hue
  /** Paths of what it joins. */
  readonly ends: readonly [string, string]
}

/** Every edge of every open level. A wall counts as the container itself, so inner edges follow what enters it. */
function* edgesIn(graph: Graph, path: string): Generator<Way> {
  for (const edge of graph.edges) {
    const [from, to] = endsOf(edge, path)
    const isOpen = (id: string | undefined) => graph.nodes.some((node) => node.id === id && node.inside)
    yield {
      id: edge.id,
      hue: edge.hue,
      ends: [
        edge.from.node === undefined ? `${from}>in` : isOpen(edge.from.node) ? `${from}>out` : from,
        edge.to.node === undefined ? `${to}>out` : isOpen(edge.to.node) ? `${to}>in` : to,
      ],
    }
  }
  for (const node of graph.nodes) if (node.inside) yield* edgesIn(node.inside, pathIn(path, node.id))
}

/** Each edge starts when all that comes into its beginning has arrived; edges in a circle start with the first of it. */
function schedule(edges: readonly Way[], lengths: ReadonlyMap<string, number>, at: number) {
  const into = new Map<string, Way[]>()
  for (const edge of edges) into.set(edge.ends[1], [...(into.get(edge.ends[1]) ?? []), edge])
  const starts = new Map<string, number>()
  const open = new Set<string>()
  const startOf = (place: string): number => {
    const known = starts.get(place)
    if (known !== undefined) return known
    if (open.has(place)) return at
    open.add(place)
    const before = into.get(place) ?? []
    const start = before.reduce(
      (latest, { id, ends }) => Math.max(latest, startOf(ends[0]) + lengths.get(id)! + stay),
      at,
    )
    open.delete(place)
    starts.set(place, start)
    return start
  }
  return edges.map((edge) => {
    const start = startOf(edge.ends[0])
    return { edge, start, end: start + lengths.get(edge.id)! }
  })
}

function timeFor(points: readonly Point[]): number {
  return Math.min(longest, Math.max(shortest, polylineLength(points) / speed))
}

const radius = 5

export interface Token {
  /** In seconds from the start. */
  readonly start: number
  readonly end: number
}

/** The tokens that follow each other on a trip. */
export function tokensOf({ start, end }: Trip): Token[] {
  return Array.from({ length: train }, (_, i) => ({ start: start + i * gap, end: end + i * gap }))
}

/** What a token of a trip looks like, about a point. */
export function tokenAt({ hue }: Trip, { x, y }: Point, look: Look): RectPrimitive {
  const theme = themes[look.theme]
  const fill = hue === 'gradient' ? theme.gradient : theme.edges[hue].stroke
  const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
  return { kind: 'rect', ...box, radius, fill, stroke: theme.page, strokeWidth: 1.4 }
}

/** The tokens that are under way, `time` in seconds from the start. */
export function tokensAt({ trips }: Travel, time: number, origin: Point, look: Look): Primitive[] {
  return trips.flatMap((trip) =>
    tokensOf(trip)
      .filter(({ start, end }) => time >= start && time <= end)
      .map(({ start, end }) => {
        const { x, y } = alongPolyline(trip.points, (time - start) / (end - start))
        return tokenAt(trip, { x: origin.x + x, y: origin.y + y }, look)
      }),
  )
}
