// Lays out one level whose nodes have sizes and whose containers have ports, in one row: a few candidates by ELK, each
// straightened, and the tidiest of them. Wrapping into rows is `rows.ts`.
import { chained } from './chain'
import type { Engine, ElkChoice } from './elk'
import { layered } from './elk'
import { emptyLevel } from './empty'
import type { Box } from '../shared/geometry'
import type { Flow, Padding, Placed, PlacedRoute, Spacing } from './flow'
import { placeLabel } from './labels'
import { intersection, segmentsOf } from './plane'
import { marginsOf, satellitesOf, sideBoxOf, sideRouteOf, without } from './satellites'
import { untidiness } from './score'
import type { Ranks } from './spine'
import { ranksOf, sideEdgesOf, straightnessOf, withCircleSides, withSidesBelow } from './spine'
import { straightened } from './straighten'

export interface LevelStyle {
  readonly spacing: Spacing
  readonly padding: Padding
}

export interface Candidate extends ElkChoice {
  readonly residuals: 'low' | 'high'
  /** From where closed boxes take what is not of the main flow. */
  readonly sides: 'low' | 'high'
}

const first: Candidate = { layering: 'short', modelOrder: true, residuals: 'low', sides: 'low' }

export interface Tried {
  readonly placed: Placed
  readonly cost: number
  readonly candidate: Candidate
}

export interface Before {
  /** The ranks in the whole level, where the row is only a part of it. */
  readonly ranks?: Ranks
  /** What was best for the same level with other sizes: it will be again. */
  readonly settled?: Candidate
}

export async function layOutRow(engine: Engine, flow: Flow, style: LevelStyle, before: Before = {}): Promise<Tried> {
  const { ranks: known, settled } = before
  if (flow.nodes.length === 0) return { placed: emptyLevel(flow, style.padding), cost: 0, candidate: first }
  if (settled) return tryOut(engine, flow, style, settled, known)
  let best = await tryOut(engine, flow, style, first, known)
  const improve = async (change: Partial<Candidate>) => {
    const next = await tryOut(engine, flow, style, { ...best.candidate, ...change }, known)
    if (next.cost < best.cost - 1) best = next
  }
  // Each change is tried only where it can matter.
  if (best.crossings > 0 || best.detours > 0) await improve({ residuals: 'high' })
  if (best.roundabout > 0) await improve({ sides: 'high' })
  if (best.crossings > 0) await improve({ modelOrder: false })
  if (best.late > 0) await improve({ layering: 'early' })
  return best
}

async function tryOut(engine: Engine, whole: Flow, style: LevelStyle, candidate: Candidate, known?: Ranks) {
  const circled = withCircleSides(whole, known ?? ranksOf(whole), candidate.residuals)
  const sided = candidate.sides === 'high' ? withSidesBelow(circled) : circled
  const satellites = satellitesOf(sided, style.spacing.edgeNode + 8)
  const flow = without(sided, satellites)
  const ranks = known ?? ranksOf(flow)
  const straightness = straightnessOf(flow, ranks)
  const request = { flow, ...style, choice: candidate, straightness, margins: marginsOf(sided, satellites) }
  const raw = chained(request) ?? (await layered(engine, request))
  const placed = straightened({ flow, satellites, placed: raw, ranks, ...style }) ?? raw
  const nodes = new Map(placed.nodes)
  const routes = new Map(placed.routes)
  for (const satellite of satellites) {
    const target = placed.nodes.get(satellite.at)!
    nodes.set(satellite.node.id, sideBoxOf(satellite, target))
    routes.set(satellite.edge.id, sideRouteOf(satellite, target))
  }
  const badLabels = moveLabels(whole, nodes, routes)
  const circles = new Set(flow.nodes.filter(({ sign }) => sign).map(({ id }) => id))
  const detours = flow.edges.filter(
    ({ id, to }) => to.node !== undefined && circles.has(to.node) && routes.get(id)!.points.length > 5,
  ).length
  const roundabout = sideEdgesOf(flow).filter(({ id }) => routes.get(id)!.points.length > 3).length
  const { cost, crossings, late } = untidiness(flow, placed)
  const extra = (candidate.residuals === 'high' ? 60 : 0) + badLabels * 500
  return {
    placed: { ...placed, nodes, routes },
    cost: cost + extra,
    candidate,
    crossings: crossings + badLabels,
    detours,
    roundabout,
    late,
  }
}

/** Lines that part from a labelled one may cross its label: then it moves, if there is a better place on its line. */
function moveLabels(flow: Flow, nodes: ReadonlyMap<string, Box>, routes: Map<string, PlacedRoute>): number {
  let bad = 0
  for (const { id, label: size } of flow.edges) {
    const route = routes.get(id)
    if (!route?.label || !size) continue
    const others = [...routes].filter(([other]) => other !== id)
    const lines = others.flatMap(([, { points }]) => segmentsOf(points))
    if (lines.every((line) => intersection(line, route.label!) === 0)) continue
    const boxes = [...nodes.values(), ...others.flatMap(([, { label }]) => (label ? [label] : []))]
    const label = placeLabel(route.points, size, { boxes, lines })
    if (label) routes.set(id, { ...route, label })
    else bad += 1
  }
  return bad
}
