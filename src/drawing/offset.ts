// A route beside a route. Points are absolute; nothing here knows what an edge is.
import type { Point } from '../shared/geometry'

/** The same route, `by` to the right of the way it goes (below one that goes to the right); corners stay sharp. */
export function offsetPolyline(points: readonly Point[], by: number): Point[] {
  const corners = points.filter((p, i) => i === 0 || distance(points[i - 1]!, p) > 1e-6)
  const normals = corners.slice(1).map((to, i) => normal(corners[i]!, to))
  return corners.map((corner, i) => {
    const [before, after] = [normals[i - 1], normals[i]]
    const [a, b] = [before ?? after, after ?? before]
    if (!a || !b) return corner
    const along = 1 + a.x * b.x + a.y * b.y
    // Where the line turns back there is no corner on that side.
    if (along < 1e-6) return { x: corner.x + a.x * by, y: corner.y + a.y * by }
    return { x: corner.x + ((a.x + b.x) / along) * by, y: corner.y + ((a.y + b.y) / along) * by }
  })
}

function normal(from: Point, to: Point): Point {
  const length = distance(from, to)
  return { x: -(to.y - from.y) / length, y: (to.x - from.x) / length }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
