// Routes taken to pieces: level ones, whose height is a number to be found, joined by upright ones whose place along the
// flow stays. Moves nothing.
import type { Box, Point } from '../shared/geometry'
import type { Differences, Reference } from './differences'
import type { Flow, FlowEdge, FlowEnd, Padding, Placed, Spacing } from './flow'
import { netOf } from './flow'
import { segmentsOf, simplified } from './plane'
import type { Satellite } from './satellites'
import type { Ranks } from './spine'

export interface Level {
  readonly reference: Reference
  readonly from: number
  readonly to: number
}

/** A route as level pieces joined by upright ones; `undefined` ends stand for the wall beside the flow. */
export interface Pieces {
  readonly edge: FlowEdge
  readonly levels: Level[]
  /** An upright first or last piece: it ends on a node's low or high side, or on the wall. */
  readonly start?: { readonly x: number; readonly reference?: Reference }
  readonly end?: { readonly x: number; readonly reference?: Reference }
  label?: { readonly box: Box; readonly level: number }
}

export interface Task {
  readonly flow: Flow
  readonly satellites: readonly Satellite[]
  readonly placed: Placed
  readonly ranks: Ranks
  readonly spacing: Spacing
  readonly padding: Padding
}

/** Routes as pieces. Where a line forks, and where several arrive, all of them get a piece that can move. */
export function cut(
  flow: Flow,
  placed: Placed,
  model: Differences,
  indices: ReadonlyMap<string, number>,
  endOf: (end: FlowEnd, point: Point) => Reference | undefined,
): { routes: Pieces[]; ties: [Reference, Reference][] } {
  const ties: [Reference, Reference][] = []
  const shared = new Map<string, Reference>()
  const isBeside = (end: FlowEnd) => end.node === undefined && !indices.has(`wall ${end.port}`)
  const bendsOf = (edge: FlowEdge) => {
    const { points } = placed.routes.get(edge.id)!
    const bends = simplified(points)
    const result = bends.length > 1 ? bends : [...points]
    // From a wall beside the flow a line comes upright, even where ELK left that piece no length.
    if (isBeside(edge.from) && result[0]!.x !== result[1]!.x) result.unshift(result[0]!)
    if (isBeside(edge.to) && result.at(-1)!.x !== result.at(-2)!.x) result.push(result.at(-1)!)
    return result
  }
  const forks = new Map<string, number>()
  const joins = new Map<string, number>()
  for (const edge of flow.edges) {
    const points = bendsOf(edge)
    if (points.length < 4 || points[0]!.y !== points[1]!.y) continue
    const first = points[1]!.x
    forks.set(netOf(edge), Math.min(first, forks.get(netOf(edge)) ?? Infinity))
    if (edge.to.node !== undefined && points.at(-1)!.y === points.at(-2)!.y) {
      joins.set(edge.to.node, Math.max(points.at(-2)!.x, joins.get(edge.to.node) ?? -Infinity))
    }
  }
  const standing = flow.edges.flatMap((edge) =>
    segmentsOf(bendsOf(edge))
      .filter(([a, b]) => a.x === b.x && a.y !== b.y)
      .map(([a, b]) => ({ net: netOf(edge), x: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) })),
  )
  const netSizes = new Map<string, number>()
  for (const edge of flow.edges) netSizes.set(netOf(edge), (netSizes.get(netOf(edge)) ?? 0) + 1)

  const routes = flow.edges.map((edge): Pieces => {
    const { label } = placed.routes.get(edge.id)!
    const places = [
      netSizes.get(netOf(edge))! > 1 ? forks.get(netOf(edge)) : undefined,
      edge.to.node === undefined ? undefined : joins.get(edge.to.node),
    ]
    // Where another line comes through upright, a step would come to lie on it.
    const isTaken = (x: number, y: number) =>
      standing.some(
        (each) => each.net !== netOf(edge) && Math.abs(each.x - x) < 10 && y > each.low - 1 && y < each.high + 1,
      )
    const points = withJogs(bendsOf(edge), label, places, isTaken)
    const first = endOf(edge.from, points[0]!)
    const last = endOf(edge.to, points.at(-1)!)
    const startsUpright = isBeside(edge.from) || (points[0]!.x === points[1]!.x && points[0]!.y !== points[1]!.y)
    const endsUpright =
      isBeside(edge.to) || (points.at(-1)!.x === points.at(-2)!.x && points.at(-1)!.y !== points.at(-2)!.y)
    const levels: Level[] = []
    const inner = points.slice(startsUpright ? 1 : 0, endsUpright ? -1 : undefined)
    for (let index = 0; index + 1 < inner.length; index += 2) {
      const [a, b] = [inner[index]!, inner[index + 1]!]
      const isFirst = index === 0 && !startsUpright
      const isLast = index + 2 >= inner.length && !endsUpright
      let reference = isFirst ? first : isLast ? last : undefined
      if (isFirst && isLast && first && last) ties.push([first, last])
      if (!reference) {
        const key = `${netOf(edge)} ${Math.round(a.y)}`
        reference = shared.get(key) ?? { index: model.add(a.y), offset: 0 }
        shared.set(key, reference)
      }
      levels.push({ reference, from: a.x, to: b.x })
    }
    const at = label && levels.findIndex(({ from, to }) => between(label.x + label.width / 2, from, to))
    return {
      edge,
      levels,
      ...(startsUpright ? { start: { x: points[0]!.x, ...(first ? { reference: first } : {}) } } : {}),
      ...(endsUpright ? { end: { x: points.at(-1)!.x, ...(last ? { reference: last } : {}) } } : {}),
      ...(label && at !== undefined && at >= 0 ? { label: { box: label, level: at } } : {}),
    }
  })
  return { routes, ties }
}

export const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b)

/** Bends of no height, where a level piece passes one of the places. */
function withJogs(
  points: readonly Point[],
  label: Box | undefined,
  places: readonly (number | undefined)[],
  isTaken: (x: number, y: number) => boolean,
): Point[] {
  const result: Point[] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before && before.y === point.y && before.x !== point.x) {
      const inside = places.filter(
        (x): x is number =>
          x !== undefined &&
          x > Math.min(before.x, point.x) + 1 &&
          x < Math.max(before.x, point.x) - 1 &&
          !isTaken(x, point.y) &&
          !(label && between(x, label.x - 4, label.x + label.width + 4)),
      )
      const sorted = [...new Set(inside)].sort((a, b) => (point.x > before.x ? a - b : b - a))
      for (const x of sorted) result.push({ x, y: point.y }, { x, y: point.y })
    }
    result.push(point)
  })
  return result
}
