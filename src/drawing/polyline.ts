// Routes of edges: rounding, trimming, arrowheads, gaps. Points are absolute; nothing here knows what an edge is.

import type { Box, Point } from '../shared/geometry'
import { round } from './numbers'

/** Path data with corners of a radius that shrinks where a segment is too short for it. */
export function roundedPolyline(points: readonly Point[], radius = 8): string {
  const corners = straightened(points)
  const [first] = corners
  if (!first) return ''
  const parts = [`M${pair(first)}`]
  const last = corners.length - 1
  for (let i = 1; i < last; i++) {
    const [before, corner, after] = [corners[i - 1]!, corners[i]!, corners[i + 1]!]
    // Two corners share an inner segment.
    const room = (length: number, isEnd: boolean): number => (isEnd ? length : length / 2)
    const cut = Math.min(radius, room(distance(before, corner), i === 1), room(distance(corner, after), i === last - 1))
    parts.push(`L${pair(towards(corner, before, cut))}Q${pair(corner)} ${pair(towards(corner, after, cut))}`)
  }
  if (last > 0) parts.push(`L${pair(corners[last]!)}`)
  return parts.join('')
}

/** Takes a length away at the end, or at the start, to make room for an arrowhead; the direction there stays. */
export function shorten(points: readonly Point[], by: number, end: 'start' | 'end' = 'end'): Point[] {
  if (end === 'start') return shorten(points.toReversed(), by).toReversed()
  const rest = withoutRepeats(points)
  let left = by
  while (rest.length > 2 && distance(rest.at(-2)!, rest.at(-1)!) <= left) {
    left -= distance(rest.at(-2)!, rest.at(-1)!)
    rest.pop()
  }
  const [before, tip] = [rest.at(-2), rest.at(-1)]
  if (before && tip) rest[rest.length - 1] = towards(tip, before, Math.min(left, distance(before, tip)))
  return rest
}

/** Path data of a closed triangle with its tip at `tip`, `size` long and nine tenths as wide. */
export function arrowhead(tip: Point, direction: Point, size = 10): string {
  const length = Math.hypot(direction.x, direction.y)
  const [dx, dy] = length > 0 ? [direction.x / length, direction.y / length] : [1, 0]
  const half = 0.45 * size
  const base = { x: tip.x - dx * size, y: tip.y - dy * size }
  const left = { x: base.x - dy * half, y: base.y + dx * half }
  const right = { x: base.x + dy * half, y: base.y - dx * half }
  return `M${pair(tip)}L${pair(left)}L${pair(right)}Z`
}

/** The way a polyline is going where it ends. */
export function endDirection(points: readonly Point[]): Point {
  const [before, tip] = withoutRepeats(points).slice(-2)
  return before && tip ? { x: tip.x - before.x, y: tip.y - before.y } : { x: 1, y: 0 }
}

export function polylineLength(points: readonly Point[]): number {
  return points.reduce((sum, point, i) => (i === 0 ? 0 : sum + distance(points[i - 1]!, point)), 0)
}

/** The point at a fraction of the length: 0 is the start, 0.5 the middle, 1 the end. */
export function alongPolyline(points: readonly Point[], t: number): Point {
  const [first] = points
  if (!first) throw new Error('a polyline has no points')
  let left = polylineLength(points) * Math.min(1, Math.max(0, t))
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!]
    const length = distance(from, to)
    if (length > 0 && left <= length) return towards(from, to, left)
    left -= length
  }
  return points.at(-1)!
}

/** At which fraction of the length a polyline comes nearest to a point. */
export function shareAlong(points: readonly Point[], to: Point): number {
  let [before, best, share] = [0, Infinity, 0]
  const whole = polylineLength(points)
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const length = distance(a, b)
    const along = length > 0 ? ((to.x - a.x) * (b.x - a.x) + (to.y - a.y) * (b.y - a.y)) / length : 0
    const at = Math.min(length, Math.max(0, along))
    const apart = distance(towards(a, b, at), to)
    if (apart < best) [best, share] = [apart, whole > 0 ? (before + at) / whole : 0]
    before += length
  }
  return share
}

/**
 * The part before a box and the part after it, so that a label sits in a gap of its own line. All in the first part when
 * the line misses the box; a part may be empty.
 */
export function breakPolyline(points: readonly Point[], box: Box): [Point[], Point[]] {
  let entry: { index: number; point: Point } | undefined
  let exit: { index: number; point: Point } | undefined
  for (let i = 1; i < points.length; i++) {
    const inside = clip(points[i - 1]!, points[i]!, box)
    if (!inside) continue
    entry ??= { index: i, point: inside[0] }
    exit = { index: i, point: inside[1] }
  }
  if (!entry || !exit) return [[...points], []]
  const before = withoutRepeats([...points.slice(0, entry.index), entry.point])
  const after = withoutRepeats([exit.point, ...points.slice(exit.index)])
  return [before.length > 1 ? before : [], after.length > 1 ? after : []]
}

/** The stretch of a segment inside a box (Liang–Barsky). */
function clip(from: Point, to: Point, box: Box): [Point, Point] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  let [enter, leave] = [0, 1]
  const limits = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ] as const
  for (const [step, room] of limits) {
    if (step === 0 && room < 0) return undefined
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  const at = (t: number): Point => ({ x: from.x + dx * t, y: from.y + dy * t })
  return enter < leave ? [at(enter), at(leave)] : undefined
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  const t = length > 0 ? by / length : 0
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, i) => i === 0 || distance(points[i - 1]!, point) > 1e-6)
}

/** Without points that turn no corner; a point where the line turns back stays. */
export function straightened(points: readonly Point[]): Point[] {
  const rest = withoutRepeats(points)
  return rest.filter((point, i) => {
    const [before, after] = [rest[i - 1], rest[i + 1]]
    if (!before || !after) return true
    const [ux, uy, vx, vy] = [point.x - before.x, point.y - before.y, after.x - point.x, after.y - point.y]
    return Math.abs(ux * vy - uy * vx) > 1e-6 || ux * vx + uy * vy < 0
  })
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}
