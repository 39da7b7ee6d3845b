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

/** How far a line keeps from boxes and from other lines: less where there is no way otherwise. */
interface Distance {
  readonly clear: number
  readonly steps: readonly number[]
}

const distances: readonly Distance[] = [
  { clear: 7, steps: [12, 24] },
  { clear: 3, steps: [4, 12] },
]

const clear = distances[0]!.clear
const stub = 16
/** What runs so near along a box costs more for its length. */
const near = 20
const besideCost = 1.1
const bendCost = 40
const crossCost = 60
const shareCost = 100_000

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

/** The way from one end to the other; `undefined` when there is none. Sharing a line with another net is the last resort. */
export function routeBetween(from: End, to: End, net: string, obstacles: Obstacles): Point[] | undefined {
  let best: Way | undefined
  for (const distance of distances) {
    const way = search(from, to, net, obstacles, distance)
    if (way && (!best || way.cost < best.cost - shareCost / 2)) best = way
    if (best && best.cost < shareCost) break
  }
  return best?.points
}

interface Way {
  readonly points: Point[]
  readonly cost: number
}

function search(from: End, to: End, net: string, obstacles: Obstacles, distance: Distance): Way | undefined {
  const most = between(from, to) / 2
  const start = stubEnd(from, obstacles, distance.clear, most)
  const goal = stubEnd(to, obstacles, distance.clear, most)
  const others = obstacles.lines.filter((line) => line.net !== net).flatMap(({ points }) => segmentsOf(points))
  const xs = coordinates('x', 'width', [start, goal], obstacles, others, distance)
  const ys = coordinates('y', 'height', [start, goal], obstacles, others, distance)
  const [startColumn, startRow] = [xs.indexOf(start.x), ys.indexOf(start.y)]
  const [goalColumn, goalRow] = [xs.indexOf(goal.x), ys.indexOf(goal.y)]
  if (Math.min(startColumn, startRow, goalColumn, goalRow) < 0) return undefined
  const [width, height] = [xs.length, ys.length]
  const flat = costs(ys, xs, 'y', obstacles.boxes, others, distance)
  const upright = costs(xs, ys, 'x', obstacles.boxes, others, distance)
  // A state is a crossing of lines and the direction of arrival: 0 right, 1 down, 2 left, 3 up.
  const best = new Float64Array(width * height * 4).fill(Infinity)
  const previous = new Int32Array(width * height * 4).fill(-1)
  const queue = new Queue()
  const first = (startRow * width + startColumn) * 4 + directionOf(from)
  const lastCell = goalRow * width + goalColumn
  const lastDirection = (directionOf(to) + 2) % 4
  best[first] = 0
  queue.push(first, 0)
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const [cell, direction] = [state >> 2, state & 3]
    const [column, row] = [cell % width, Math.floor(cell / width)]
    if (cell === lastCell && direction === lastDirection)
      return { points: simplified([from, ...trace(state), to].map(({ x, y }) => ({ x, y }))), cost: best[state]! }
    for (let next = 0; next < 4; next++) {
      if (next === (direction + 2) % 4) continue
      const turn = next === direction ? 0 : bendCost
      // Turning on the spot, to arrive in the right direction.
      if (cell === lastCell && next === lastDirection) {
        reach(cell * 4 + next, state, best[state]! + turn, column, row)
        continue
      }
      const [toColumn, toRow] = [column + ways[next]![0], row + ways[next]![1]]
      if (toColumn < 0 || toRow < 0 || toColumn >= width || toRow >= height) continue
      const way =
        toRow === row
          ? flat[row * (width - 1) + Math.min(column, toColumn)]!
          : upright[column * (height - 1) + Math.min(row, toRow)]!
      reach((toRow * width + toColumn) * 4 + next, state, best[state]! + way + turn, toColumn, toRow)
    }
  }
  return undefined

  function reach(target: number, state: number, total: number, column: number, row: number): void {
    if (!(total < best[target]!)) return
    best[target] = total
    previous[target] = state
    queue.push(target, total + Math.abs(xs[column]! - goal.x) + Math.abs(ys[row]! - goal.y))
  }

  function trace(state: number): Point[] {
    const points: Point[] = []
    for (let at = state; at >= 0; at = previous[at]!) {
      const cell = at >> 2
      points.unshift({ x: xs[cell % width]!, y: ys[Math.floor(cell / width)]! })
    }
    return points
  }
}

const ways = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

const directionOf = ({ dx, dy }: End) => ways.findIndex(([x, y]) => x === dx && y === dy)

/** Of each step from one stop to the next on each track: its length, and what it crosses, shares or runs through. */
function costs(
  tracks: readonly number[],
  stops: readonly number[],
  across: 'x' | 'y',
  boxes: readonly Box[],
  others: readonly Segment[],
  { clear }: Distance,
): Float64Array {
  const along = across === 'x' ? 'y' : 'x'
  const [thick, long] = across === 'x' ? (['width', 'height'] as const) : (['height', 'width'] as const)
  const steps = Math.max(0, stops.length - 1)
  const result = new Float64Array(tracks.length * steps)
  tracks.forEach((track, index) => {
    const within = (gap: number) =>
      boxes.filter((box) => track > box[across] - gap && track < box[across] + box[thick] + gap)
    const [inWay, beside] = [within(clear), within(near)]
    const parallel: (readonly [number, number])[] = []
    const crossing: number[] = []
    for (const [c, d] of others) {
      const isParallel = c[across] === d[across]
      if (isParallel && Math.abs(c[across] - track) < 5)
        parallel.push([Math.min(c[along], d[along]), Math.max(c[along], d[along])])
      const spans = Math.min(c[across], d[across]) < track && Math.max(c[across], d[across]) > track
      if (!isParallel && spans) crossing.push(c[along])
    }
    for (let step = 0; step < steps; step++) {
      const [low, high] = [stops[step]!, stops[step + 1]!]
      const isBeside = beside.some((box) => high > box[along] && low < box[along] + box[long])
      let cost = (high - low) * (isBeside ? besideCost : 1)
      if (inWay.some((box) => high > box[along] - clear && low < box[along] + box[long] + clear)) cost = Infinity
      for (const [from, to] of parallel) if (from < high && to > low) cost += shareCost
      for (const at of crossing) if (at > low && at <= high) cost += crossCost
      result[index * steps + step] = cost
    }
  })
  return result
}

/** How far ends that look at each other are from each other. */
function between(from: End, to: End): number {
  const way = (to.x - from.x) * from.dx + (to.y - from.y) * from.dy
  return from.dx === -to.dx && from.dy === -to.dy && way > 0 ? way : Infinity
}

/** A little way out, less where a box is near. */
export function stubEnd(
  { x, y, dx, dy }: End,
  { boxes }: Pick<Obstacles, 'boxes'>,
  gap = clear,
  most = Infinity,
): Point {
  for (const wanted of [stub, stub / 2, gap]) {
    const length = Math.min(wanted, most)
    const end = { x: x + dx * length, y: y + dy * length }
    if (!boxes.some((box) => touches(end, box, gap - 1))) return end
  }
  const length = Math.min(gap, most)
  return { x: x + dx * length, y: y + dy * length }
}

function coordinates(
  along: 'x' | 'y',
  size: 'width' | 'height',
  ends: readonly Point[],
  { boxes, area }: Obstacles,
  lines: readonly Segment[],
  { steps }: Distance,
): number[] {
  const places = ends.map((end) => end[along])
  const values = new Set([...places, (Math.min(...places) + Math.max(...places)) / 2])
  for (const away of steps) {
    values.add(area[along] + away).add(area[along] + area[size] - away)
    for (const box of boxes) values.add(box[along] - away).add(box[along] + box[size] + away)
  }
  const [near] = steps
  for (const [a, b] of lines) if (a[along] === b[along]) values.add(a[along] - near!).add(a[along] + near!)
  return [...values].filter((value) => value >= area[along] && value <= area[along] + area[size]).sort((a, b) => a - b)
}

function touches({ x, y }: Point, box: Box, gap: number): boolean {
  return x > box.x - gap && x < box.x + box.width + gap && y > box.y - gap && y < box.y + box.height + gap
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
