// A level as it stood: remembered with all that it was laid out for, so that it can be shown again as it was, or be
// taken as the beginning of what comes next. Plain data, so that it travels to the worker and back.
import type { Graph, GraphNode } from '../../graph/graph'
import { splitPlace } from '../../document/place'
import type { Box, Point } from '../../shared/geometry'
import type { Flow, FlowEdge, PlacedRoute } from '../flow'
import type { Placed } from '../flow'
import type { FlowDirection } from '../layout'
import { intoFlow, type PlacedLevel, turns } from '../orient'

export interface Standing {
  /** Where it is written: equal for all instances of a module. */
  readonly place: string
  /** Which composition it belongs to. */
  readonly era: number
  readonly direction: FlowDirection
  /** Of what surrounds it. */
  readonly around: FlowDirection
  readonly flow: Flow
  readonly pins: Readonly<Record<string, Point>>
  /** Nothing was placed by hand, here or inside. */
  readonly isBare: boolean
  /** What the title of its container needs. */
  readonly title: number
  /** How far pins have moved the corner of what stands open inside, by node. */
  readonly corners: Readonly<Record<string, Point>>
  readonly level: PlacedLevel
  /** It stands as it would without a history. */
  readonly isFresh: boolean
}

/** What was shown, newest first. */
export interface Kept {
  readonly era: number
  /** The newest is as it would be without any before it. */
  readonly isFresh: boolean
  readonly standings: readonly Standing[]
}

const most = 240

/** The newer ones first; equal ones once. */
export function remembered(era: number, fresh: readonly Standing[], before: readonly Standing[]): Kept {
  const seen = new Set<string>()
  const standings: Standing[] = []
  for (const standing of [...fresh, ...before]) {
    const key = `${standing.era} ${subjectOf(standing)}`
    if (seen.has(key) || standings.length >= most) continue
    seen.add(key)
    standings.push(standing)
  }
  return { era, isFresh: fresh[0]?.isFresh ?? false, standings }
}

const subjects = new WeakMap<object, string>()

export type Subject = Omit<Standing, 'era' | 'level' | 'isFresh'>

/** Equal where the same was to be laid out. */
export function subjectOf(standing: Subject): string {
  let known = subjects.get(standing)
  if (known === undefined) {
    const { place, direction, around, flow, pins, corners, title, isBare } = standing
    known = JSON.stringify([place, direction, around, title, isBare, sorted(pins), sorted(corners), flow])
    subjects.set(standing, known)
  }
  return known
}

function sorted(points: Readonly<Record<string, Point>>) {
  return Object.entries(points).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Where a graph is written. */
export function placeOf(graph: Graph, holder: GraphNode | undefined): string {
  const [first] = graph.nodes
  return first ? splitPlace(first.place).graph : holder ? `${holder.place} inside` : ''
}

export function nameOf({ from, to }: Pick<FlowEdge, 'from' | 'to'>): string {
  return `${from.node ?? ''}.${from.port}>${to.node ?? ''}.${to.port}`
}

/** In the frame of its flow, routes by the names of their edges. */
export function inFlow({ level, direction, flow }: Standing): Placed {
  const turn = turns[direction]
  const into = (point: Point) => turn.into(point, level)
  const size = turn.size(level)
  const names = new Map(flow.edges.map((edge) => [edge.id, nameOf(edge)]))
  const boxInto = (box: Box) => intoFlow(turn, box, level)
  const route = ({ points, label }: PlacedRoute): PlacedRoute => ({
    points: points.map(into),
    ...(label && { label: boxInto(label) }),
  })
  return {
    ...size,
    nodes: new Map([...level.nodes].map(([id, at]) => [id, boxInto(at)])),
    routes: new Map([...level.routes].flatMap(([id, each]) => (names.has(id) ? [[names.get(id)!, route(each)]] : []))),
    walls: new Map([...level.walls].map(([id, at]) => [id, into(at)])),
  }
}

/** How far apart two subjects are: what has to be made up for when one begins with the other. Undefined: another graph. */
export function distance(from: Standing, to: Subject): number {
  const structure = (flow: Flow) => new Set([...flow.nodes.map(({ id }) => id), ...flow.edges.map(nameOf)])
  const [old, now] = [structure(from.flow), structure(to.flow)]
  let sum = 0
  for (const each of old) if (!now.has(each)) sum += 10_000
  for (const each of now) if (!old.has(each)) sum += 10_000
  const sizes = new Map(from.flow.nodes.map((node) => [node.id, node]))
  for (const { id, width, height } of to.flow.nodes) {
    const before = sizes.get(id)
    if (!before) continue
    // What grows finds its place more surely than what shrinks leaves it.
    for (const by of [width - before.width, height - before.height]) sum += by > 0 ? by : -2 * by
  }
  // What nobody had placed anything in is the best beginning: so it does not matter in which order the pins came.
  const isSame = sum < 10_000 && to.flow.nodes.every(({ id, fixed }) => sizes.get(id)?.fixed === fixed)
  if (from.isBare && !to.isBare && isSame) return sum - 1_000_000
  const placed = Object.keys(from.pins)
  for (const id of new Set(placed.length > 0 ? [...placed, ...Object.keys(to.pins)] : [])) {
    const [before, after] = [from.pins[id], to.pins[id]]
    if (before?.x !== after?.x || before?.y !== after?.y) sum += 100
  }
  return sum
}
