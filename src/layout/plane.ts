// Boxes and straight pieces: the plane geometry that laying out and checking share.
import type { Box, Point, Size } from '../shared/geometry'

export type Segment = readonly [Point, Point]

export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((point, index) => [points[index]!, point])
}

export function boxAround([a, b]: Segment): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

/** Less than `gap` between them. */
export function overlap(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  )
}

export function contains(outer: Box, inner: Point & Partial<Size>, tolerance = 0): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + (inner.width ?? 0) <= outer.x + outer.width + tolerance &&
    inner.y + (inner.height ?? 0) <= outer.y + outer.height + tolerance
  )
}

export function isOnWall(box: Box, point: Point, tolerance: number): boolean {
  if (!contains(box, point, tolerance)) return false
  const near = (a: number, b: number) => Math.abs(a - b) <= tolerance
  return (
    near(point.x, box.x) ||
    near(point.x, box.x + box.width) ||
    near(point.y, box.y) ||
    near(point.y, box.y + box.height)
  )
}

/** How far an orthogonal piece runs strictly inside a box. */
export function intersection([a, b]: Segment, box: Box): number {
  const left = Math.max(Math.min(a.x, b.x), box.x)
  const right = Math.min(Math.max(a.x, b.x), box.x + box.width)
  const top = Math.max(Math.min(a.y, b.y), box.y)
  const bottom = Math.min(Math.max(a.y, b.y), box.y + box.height)
  if (right < left || bottom < top) return 0
  const isLevel = Math.abs(a.y - b.y) < Math.abs(a.x - b.x)
  const hugsWall = isLevel
    ? a.y <= box.y + 0.5 || a.y >= box.y + box.height - 0.5
    : a.x <= box.x + 0.5 || a.x >= box.x + box.width - 0.5
  return hugsWall ? 0 : isLevel ? right - left : bottom - top
}

/** How far two orthogonal pieces run in one line. */
export function collinearOverlap([a, b]: Segment, [c, d]: Segment): number {
  for (const [along, across] of [
    ['x', 'y'],
    ['y', 'x'],
  ] as const) {
    const flat = [a, b, c, d].every((point) => Math.abs(point[across] - a[across]) < 0.5)
    if (!flat) continue
    return (
      Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along])) -
      Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]))
    )
  }
  return 0
}

/** Without points that say nothing: repeated ones, and those in the middle of a straight piece. */
export function simplified(points: readonly Point[]): Point[] {
  const result: Point[] = []
  for (const point of points) {
    const last = result.at(-1)
    if (last && Math.abs(last.x - point.x) < 0.01 && Math.abs(last.y - point.y) < 0.01) continue
    const before = result.at(-2)
    const isBetween =
      last &&
      before &&
      ((Math.abs(before.x - last.x) < 0.01 && Math.abs(last.x - point.x) < 0.01) ||
        (Math.abs(before.y - last.y) < 0.01 && Math.abs(last.y - point.y) < 0.01))
    if (isBetween) result.pop()
    result.push(point)
  }
  return result
}
