// Reads path data of the primitives: absolute M, L, H, V, Q, C and Z.

import { round } from './numbers'
import type { Point } from '../shared/geometry'

/** One stroke of the pen: a line (2 points) or a curve with its control points (3 or 4). */
export type Segment = readonly Point[]

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }

/** Throws on any other command: such a path is a bug of ours. A subpath of one point is a segment of one point. */
export function segments(d: string): Segment[] {
  const found: Segment[] = []
  let start: Point = { x: 0, y: 0 }
  let at = start
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const count = counts[command]
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    if (count === undefined || (count > 0 && numbers.length % count !== 0)) throw new Error(`not our path data: ${d}`)
    if (command === 'Z') {
      if (at.x !== start.x || at.y !== start.y) found.push([at, start])
      at = start
    }
    for (let i = 0; i < numbers.length && count > 0; i += count) {
      const points = pointsOf(command, numbers.slice(i, i + count), at)
      const end = points.at(-1) ?? at
      if (command === 'M' && i === 0) {
        start = end
        found.push([end])
      } else found.push([at, ...points])
      at = end
    }
  }
  return found
}

function pointsOf(command: string, numbers: readonly number[], at: Point): Point[] {
  if (command === 'H') return [{ x: numbers[0] ?? 0, y: at.y }]
  if (command === 'V') return [{ x: at.x, y: numbers[0] ?? 0 }]
  const points: Point[] = []
  for (let i = 0; i < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 })
  return points
}

/** Takes pairs of coordinates only: M, L, Q, C and Z. */
export function placePath(d: string, x: number, y: number, scale: number): string {
  return d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, px: string, py: string) => `${round(x + Number(px) * scale)} ${round(y + Number(py) * scale)}`,
  )
}
