// Finds orthogonal ways around boxes, for those lines that the layered layout cannot know: to and from pinned nodes.
// Shortest way over the lines beside all boxes, where a bend, a crossing and a shared stretch cost extra.
import type { Box, Point } from '../shared/geometry'
import type { Segment } from './plane'
import { segmentsOf, simplified } from './plane'

export interface Obstacles {
  readonly boxes: readonly Box[]
  /** Lines that are there already. */
  readonly lines: readonly { readonly net: string; readonly points: readonly Point[] }[]
  /** Nothing leaves it. */
  readonly area: Box
}

export interface End extends Point {
  /** Into which direction a line leaves it. */
  readonly dx: number
  readonly dy: number
}

const clear = 7
const stub = 16
const step = 12
const bendCost = 40
const crossCost = 60

/** The wall on which a point lies says where a line leaves it; `inward` for the wall of the level itself. */
export function endOn(box: Box, point: Point, inward = false): End {
  const distances = [
    { gap: Math.abs(point.x - box.x), dx: -1, dy: 0 },
    { gap: Math.abs(point.x - box.x - box.width), dx: 1, dy: 0 },
    { gap: Math.abs(point.y - box.y), dx: 0, dy: -1 },
    { gap: Math.abs(point.y - box.y - box.height), dx: 0, dy: 1 },
  ]
  const { dx, dy } = distances.reduce((best, each) => (each.gap < best.gap ? each : best))
  return inward ? { ...point, dx: -dx, dy: -dy } : { ...point, dx, dy }
}

/** The way from one end to the other; `undefined` when there is none. */
export function routeBetween(from: End, to: End, net: string, obstacles: Obstacles): Point[] | undefined {
  return search(from, to, net, obstacles, false) ?? search(from, to, net, obstacles, true)
}

function search(from: End, to: End, net: string, obstacles: Obstacles, mayShare: boolean): Point[] | undefined {
  const start = stubEnd(from, obstacles)
  const goal = stubEnd(to, obstacles)
  const { area } = obstacles
  const others = obstacles.lines.filter((line) => line.net !== net).flatMap(({ points }) => segmentsOf(points))
  const xs = coordinates('x', 'width', [start, goal], obstacles, others)
  const ys = coordinates('y', 'height', [start, goal], obstacles, others)
  const isBlocked = (a: Point, b: Point) => obstacles.boxes.some((box) => touches(a, b, box))
  const costOf = (a: Point, b: Point): number => {
    let cost = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    for (const other of others) {
      const meeting = meets([a, b], other)
      if (meeting === 'shares') {
        if (!mayShare) return Infinity
        cost += 2000
      } else if (meeting === 'crosses') cost += crossCost
    }
    return cost
  }
  // A state is a crossing of lines and the direction of arrival: 0 right, 1 down, 2 left, 3 up.
  const directions = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const
  const stateOf = (column: number, row: number, direction: number) => (row * xs.length + column) * 4 + direction
  const isOutside = ({ x, y }: Point) => !xs.includes(x) || !ys.includes(y)
  if (isOutside(start) || isOutside(goal)) return undefined
  const directionOf = ({ dx, dy }: End) => directions.findIndex(([x, y]) => x === dx && y === dy)
  const best = new Map<number, number>()
  const previous = new Map<number, number>()
  const queue = new Queue()
  const first = stateOf(xs.indexOf(start.x), ys.indexOf(start.y), directionOf(from))
  const lastDirection = (directionOf(to) + 2) % 4
  const last = Math.floor(stateOf(xs.indexOf(goal.x), ys.indexOf(goal.y), 0) / 4)
  best.set(first, 0)
  queue.push(first, 0)
  const memo = new Map<string, number>()
  const stepCost = (a: Point, b: Point) => {
    const key = `${a.x},${a.y},${b.x},${b.y}`
    let cost = memo.get(key)
    if (cost === undefined) {
      cost = isBlocked(a, b) ? Infinity : costOf(a, b)
      memo.set(key, cost)
    }
    return cost
  }
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const cell = Math.floor(state / 4)
    const direction = state % 4
    const column = cell % xs.length
    const row = Math.floor(cell / xs.length)
    const here = { x: xs[column]!, y: ys[row]! }
    if (cell === last && direction === lastDirection)
      return simplified([from, ...trace(state), to].map(({ x, y }) => ({ x, y })))
    for (let next = 0; next < 4; next++) {
      if (next === (direction + 2) % 4) continue
      const [dx, dy] = directions[next]!
      const [toColumn, toRow] = [column + dx, row + dy]
      if (toColumn < 0 || toRow < 0 || toColumn >= xs.length || toRow >= ys.length) {
        if (cell !== last || next !== lastDirection) continue
      }
      // Turning on the spot, to arrive in the right direction.
      const isTurn = cell === last && next === lastDirection
      const there = isTurn ? here : { x: xs[toColumn]!, y: ys[toRow]! }
      if (there.x < area.x || there.y < area.y || there.x > area.x + area.width || there.y > area.y + area.height)
        continue
      const way = isTurn ? 0 : stepCost(here, there)
      const total = best.get(state)! + way + (next === direction ? 0 : bendCost)
      if (!Number.isFinite(total)) continue
      const target = isTurn ? stateOf(column, row, next) : stateOf(toColumn, toRow, next)
      if (total >= (best.get(target) ?? Infinity)) continue
      best.set(target, total)
      previous.set(target, state)
      queue.push(target, total + Math.abs(there.x - goal.x) + Math.abs(there.y - goal.y))
    }
  }
  return undefined

  function trace(state: number): Point[] {
    const points: Point[] = []
    for (let at: number | undefined = state; at !== undefined; at = previous.get(at)) {
      const cell = Math.floor(at / 4)
      points.unshift({ x: xs[cell % xs.length]!, y: ys[Math.floor(cell / xs.length)]! })
    }
    return points
  }
}

/** A little way out, less where a box is near. */
export function stubEnd({ x, y, dx, dy }: End, { boxes }: Pick<Obstacles, 'boxes'>): Point {
  for (const length of [stub, stub / 2, clear]) {
    const end = { x: x + dx * length, y: y + dy * length }
    if (!boxes.some((box) => touches(end, end, box, clear - 1))) return end
  }
  return { x: x + dx * clear, y: y + dy * clear }
}

function coordinates(
  along: 'x' | 'y',
  size: 'width' | 'height',
  ends: readonly Point[],
  { boxes, area }: Obstacles,
  lines: readonly Segment[],
): number[] {
  const values = new Set<number>(ends.map((end) => end[along]))
  values.add(area[along] + step).add(area[along] + area[size] - step)
  for (const box of boxes) {
    for (const away of [step, 2 * step]) values.add(box[along] - away).add(box[along] + box[size] + away)
  }
  for (const [a, b] of lines) if (a[along] === b[along]) values.add(a[along] - step).add(a[along] + step)
  return [...values].filter((value) => value >= area[along] && value <= area[along] + area[size]).sort((a, b) => a - b)
}

function touches(a: Point, b: Point, box: Box, gap: number = clear): boolean {
  return (
    Math.max(a.x, b.x) > box.x - gap &&
    Math.min(a.x, b.x) < box.x + box.width + gap &&
    Math.max(a.y, b.y) > box.y - gap &&
    Math.min(a.y, b.y) < box.y + box.height + gap
  )
}

function meets([a, b]: Segment, [c, d]: Segment): 'shares' | 'crosses' | undefined {
  const isUpright = a.x === b.x
  const otherIsUpright = c.x === d.x
  const [along, across] = isUpright ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const [low, high] = [Math.min(a[along], b[along]), Math.max(a[along], b[along])]
  if (isUpright === otherIsUpright) {
    const near = Math.abs(a[across] - c[across]) < 5
    return near && Math.min(c[along], d[along]) < high && Math.max(c[along], d[along]) > low ? 'shares' : undefined
  }
  const isWithin = c[along] > low && c[along] <= high
  const spans = Math.min(c[across], d[across]) < a[across] && Math.max(c[across], d[across]) > a[across]
  return isWithin && spans ? 'crosses' : undefined
}

/** A binary heap: the smallest first. */
class Queue {
  private readonly items: { state: number; cost: number }[] = []

  push(state: number, cost: number): void {
    const { items } = this
    items.push({ state, cost })
    let at = items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (items[parent]!.cost <= items[at]!.cost) break
      ;[items[parent], items[at]] = [items[at]!, items[parent]!]
      at = parent
    }
  }

  pop(): number | undefined {
    const { items } = this
    const top = items[0]
    const tail = items.pop()
    if (!top || !tail || items.length === 0) return top?.state
    items[0] = tail
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      let least = at
      if (left < items.length && items[left]!.cost < items[least]!.cost) least = left
      if (right < items.length && items[right]!.cost < items[least]!.cost) least = right
      if (least === at) return top.state
      ;[items[least], items[at]] = [items[at]!, items[least]!]
      at = least
    }
  }
}
