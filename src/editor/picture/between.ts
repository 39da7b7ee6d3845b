// The layout on the way from an old one to a new one: what a glide shows. Pure numbers.
import type { Layout, Route } from '../../layout/layout'
import type { Box, Point } from '../../shared/geometry'
import { parentOf } from '../../shared/path'
import { levelOf } from '../../shared/edgeId'

/**
 * `t` runs from 0 (places of `from`) to 1 (exactly `to`). What is only in `to` rides along with what holds it. What does
 * not move is the same object on the whole way, so that nobody draws it again.
 */
export function between(from: Layout, to: Layout, t: number): Layout {
  if (t >= 1 || from === to) return to
  const nodes = new Map<string, Box>()
  const shiftOf = (path: string): Point => {
    const [now, end] = [nodes.get(path), to.nodes.get(path)]
    return now && end ? { x: now.x - end.x, y: now.y - end.y } : { x: 0, y: 0 }
  }
  // Parents come before what is inside them where the layout lists them so; sorting by depth makes it sure.
  for (const path of [...to.nodes.keys()].sort((a, b) => depthOf(a) - depthOf(b))) {
    const end = to.nodes.get(path)!
    const start = from.nodes.get(path)
    nodes.set(path, start ? mixBox(start, end, t) : moved(end, shiftOf(parentOf(path))))
  }
  const edges = new Map<string, Route>()
  for (const [id, end] of to.edges) {
    const start = from.edges.get(id)
    const shift = shiftOf(levelOf(id))
    edges.set(id, start ? mixRoute(start, end, t) : shiftRoute(end, shift))
  }
  return { width: mix(from.width, to.width, t), height: mix(from.height, to.height, t), nodes, edges }
}

/** Slow, fast, slow. */
export function ease(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2
}

function depthOf(path: string): number {
  let depth = 0
  for (const sign of path) if (sign === '/') depth++
  return depth
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

function mixPoint(a: Point, b: Point, t: number): Point {
  return { x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) }
}

function mixBox(a: Box, b: Box, t: number): Box {
  if (isSameBox(a, b)) return b
  return { ...mixPoint(a, b, t), width: mix(a.width, b.width, t), height: mix(a.height, b.height, t) }
}

export function moved<T extends Point>(thing: T, by: Point): T {
  if (by.x === 0 && by.y === 0) return thing
  return { ...thing, x: thing.x + by.x, y: thing.y + by.y }
}

export function shiftRoute(route: Route, by: Point): Route {
  if (by.x === 0 && by.y === 0) return route
  const { points, label } = route
  return { points: points.map((point) => moved(point, by)), ...(label && { label: moved(label, by) }) }
}

/** Routes of different numbers of corners are compared by way travelled. Corners stay square in the end points only. */
function mixRoute(a: Route, b: Route, t: number): Route {
  if (isSameRoute(a, b)) return b
  const points =
    a.points.length === b.points.length
      ? b.points.map((point, i) => mixPoint(a.points[i]!, point, t))
      : resample(a.points, b.points).map(([start, end]) => mixPoint(start, end, t))
  const label = b.label && (a.label ? mixBox(a.label, b.label, t) : b.label)
  return { points, ...(label && { label }) }
}

function isSameBox(a: Box, b: Box): boolean {
  return isSamePoint(a, b) && a.width === b.width && a.height === b.height
}

function isSamePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

function isSameRoute(a: Route, b: Route): boolean {
  const isWay = a.points.length === b.points.length && a.points.every((point, i) => isSamePoint(point, b.points[i]!))
  return isWay && (a.label && b.label ? isSameBox(a.label, b.label) : a.label === b.label)
}

/** Each corner of `b` with the point that lies as far along `a`. */
function resample(a: readonly Point[], b: readonly Point[]): [Point, Point][] {
  const lengths = (points: readonly Point[]) => {
    const sums = [0]
    for (let i = 1; i < points.length; i++)
      sums.push(sums[i - 1]! + Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y))
    return sums
  }
  const [alongA, alongB] = [lengths(a), lengths(b)]
  const [wholeA, wholeB] = [alongA.at(-1) || 1, alongB.at(-1) || 1]
  const at = (share: number): Point => {
    const way = share * wholeA
    const i = Math.max(
      1,
      alongA.findIndex((sum) => sum >= way),
    )
    const [start, end] = [a[i - 1]!, a[i] ?? a[i - 1]!]
    const leg = alongA[i]! - alongA[i - 1]!
    return mixPoint(start, end, leg > 0 ? (way - alongA[i - 1]!) / leg : 0)
  }
  return b.map((point, i) => [at(alongB[i]! / wholeB), point])
}
