// Lays out one level whose nodes have sizes and whose containers have ports, in one row: a few candidates by ELK, each
// straightened, and the tidiest of them. Wrapping into rows is `rows.ts`.
import type { Engine, ElkChoice } from './elk'
import { layered } from './elk'
import type { Flow, Padding, Placed, Spacing } from './flow'
import { marginsOf, satellitesOf, sideBoxOf, sideRouteOf, without } from './satellites'
import { untidiness } from './score'
import { ranksOf, straightnessOf, withCircleSides } from './spine'
import { straightened } from './straighten'

export interface LevelStyle {
  readonly spacing: Spacing
  readonly padding: Padding
}

interface Candidate extends ElkChoice {
  readonly residuals: 'low' | 'high'
}

const first: Candidate = { layering: 'short', modelOrder: true, residuals: 'low' }

export interface Tried {
  readonly placed: Placed
  readonly cost: number
}

export async function layOutRow(engine: Engine, flow: Flow, style: LevelStyle): Promise<Tried> {
  let best = await tryOut(engine, flow, style, first)
  const improve = async (change: Partial<Candidate>) => {
    const next = await tryOut(engine, flow, style, { ...best.candidate, ...change })
    if (next.cost < best.cost - 1) best = next
  }
  // Each change is tried only where it can matter.
  if (flow.nodes.some(({ sign }) => sign) && best.isTangled) await improve({ residuals: 'high' })
  if (best.isTangled) await improve({ modelOrder: false })
  const fed = new Set(flow.edges.map(({ to }) => to.node))
  if (flow.nodes.filter(({ id }) => !fed.has(id)).length > 1) await improve({ layering: 'early' })
  return best
}

async function tryOut(engine: Engine, whole: Flow, style: LevelStyle, candidate: Candidate) {
  const sided = withCircleSides(whole, ranksOf(whole), candidate.residuals)
  const satellites = satellitesOf(sided, style.spacing.edgeNode + 8)
  const flow = without(sided, satellites)
  const ranks = ranksOf(flow)
  const request = { flow, ...style, choice: candidate, straightness: straightnessOf(flow, ranks) }
  const raw = await layered(engine, { ...request, margins: marginsOf(sided, satellites) })
  const placed = straightened({ flow, satellites, placed: raw, ranks, ...style }) ?? raw
  const nodes = new Map(placed.nodes)
  const routes = new Map(placed.routes)
  for (const satellite of satellites) {
    const target = placed.nodes.get(satellite.at)!
    nodes.set(satellite.node.id, sideBoxOf(satellite, target))
    routes.set(satellite.edge.id, sideRouteOf(satellite, target))
  }
  const bends = [...placed.routes.values()].reduce((sum, { points }) => sum + points.length - 2, 0)
  const cost = untidiness(flow, placed) + (candidate.residuals === 'high' ? 60 : 0)
  return { placed: { ...placed, nodes, routes }, cost, candidate, isTangled: bends > 0 }
}
