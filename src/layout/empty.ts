// A level that holds no node yet: room for the first one, and lines that only pass through.
import type { Point } from '../shared/geometry'
import type { Flow, Padding, Placed, PlacedRoute } from './flow'

const room = { along: 120, across: 24 }

export function emptyLevel(flow: Flow, padding: Padding): Placed {
  const sides = { start: 0, end: 0, low: 0, high: 0 }
  for (const { side } of flow.walls) sides[side] += 1
  const width = padding.start + room.along + padding.end
  const height = padding.low + room.across * Math.max(1, sides.start, sides.end) + padding.high
  const walls = new Map<string, Point>()
  const taken = { start: 0, end: 0, low: 0, high: 0 }
  for (const { id, side } of flow.walls) {
    const at = taken[side]++
    const across = padding.low + room.across * (at + 0.5)
    const along = padding.start + room.across * at
    if (side === 'start' || side === 'end') walls.set(id, { x: side === 'start' ? 0 : width, y: across })
    else walls.set(id, { x: along, y: side === 'low' ? 0 : height })
  }
  const routes = new Map<string, PlacedRoute>()
  for (const { id, from, to } of flow.edges) {
    const [a, b] = [walls.get(from.port)!, walls.get(to.port)!]
    const middle = (a.x + b.x) / 2
    const points = a.y === b.y ? [a, b] : [a, { x: middle, y: a.y }, { x: middle, y: b.y }, b]
    routes.set(id, { points })
  }
  return { width, height, nodes: new Map(), routes, walls }
}
