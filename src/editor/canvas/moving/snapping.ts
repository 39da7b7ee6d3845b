// Where a moving box comes to rest: in line with what stands around it, or with gaps as between others. Pure.
import type { Box, Point } from '../../../shared/geometry'

/** A line to be drawn while the hand moves; `gap` is a distance that equals another one. */
export interface Guide {
  readonly kind: 'line' | 'gap'
  readonly from: Point
  readonly to: Point
}

export interface Snapped {
  /** How far the box is moved, after snapping. */
  readonly by: Point
  readonly guides: readonly Guide[]
}

interface Options {
  /** How near is near enough. */
  readonly reach: number
  /** Where nothing else holds it, the top left comes to rest on a grid of this step. */
  readonly grid?: number
}

/** `box` is where it was before the hand took it; `others` are what it may come in line with. */
export function snap(box: Box, by: Point, others: readonly Box[], { reach, grid }: Options): Snapped {
  const moving = { ...box, x: box.x + by.x, y: box.y + by.y }
  const across = nearest(moving, others, 'x', reach)
  const down = nearest(moving, others, 'y', reach)
  const onGrid = (at: number) => (grid === undefined ? 0 : Math.round(at / grid) * grid - at)
  const settled = {
    ...moving,
    x: moving.x + (across ?? onGrid(moving.x)),
    y: moving.y + (down ?? onGrid(moving.y)),
  }
  return {
    by: { x: settled.x - box.x, y: settled.y - box.y },
    guides: [
      ...(across === undefined ? [] : guidesAt(settled, others, 'x')),
      ...(down === undefined ? [] : guidesAt(settled, others, 'y')),
    ],
  }
}

type Axis = 'x' | 'y'

const size = { x: 'width', y: 'height' } as const
const cross = { x: 'y', y: 'x' } as const

/** Its beginning, middle and end along an axis. */
function lines(box: Box, axis: Axis): [number, number, number] {
  const length = box[size[axis]]
  return [box[axis], box[axis] + length / 2, box[axis] + length]
}

/** The least way to a place in line with others or between them; undefined where none is near. */
function nearest(moving: Box, others: readonly Box[], axis: Axis, reach: number): number | undefined {
  let best: number | undefined
  const consider = (way: number) => {
    if (Math.abs(way) <= reach && (best === undefined || Math.abs(way) < Math.abs(best))) best = way
  }
  const mine = lines(moving, axis)
  for (const other of others)
    for (const [i, at] of lines(other, axis).entries())
      for (const [j, line] of mine.entries()) if (areAlike(i, j)) consider(at - line)
  for (const start of equalGapStarts(moving, others, axis)) consider(start - moving[axis])
  return best
}

/** Beginnings at which its gaps would equal each other, or those of two neighbours in its row. */
function equalGapStarts(moving: Box, others: readonly Box[], axis: Axis): number[] {
  const row = rowOf(moving, others, axis)
  const length = moving[size[axis]]
  const starts: number[] = []
  const before = row.filter((each) => lines(each, axis)[1] <= lines(moving, axis)[1]).at(-1)
  const after = row.find((each) => lines(each, axis)[1] > lines(moving, axis)[1])
  if (before && after) starts.push((lines(before, axis)[2] + lines(after, axis)[0] - length) / 2)
  for (let i = 1; i < row.length; i++) {
    const [one, two] = [row[i - 1]!, row[i]!]
    const gap = two[axis] - lines(one, axis)[2]
    if (gap <= 0) continue
    if (two === before) starts.push(lines(two, axis)[2] + gap)
    if (one === after) starts.push(one[axis] - gap - length)
  }
  return starts
}

/** What stands beside it along the axis, in order. */
function rowOf(moving: Box, others: readonly Box[], axis: Axis): Box[] {
  const other = cross[axis]
  const [start, , end] = lines(moving, other)
  return others
    .filter((each) => lines(each, other)[0] < end && lines(each, other)[2] > start)
    .toSorted((a, b) => lines(a, axis)[1] - lines(b, axis)[1])
}

/** Ends meet ends, and middles meet middles. */
function areAlike(i: number, j: number): boolean {
  return (i === middle) === (j === middle)
}

const middle = 1
const same = 0.01

function guidesAt(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const other = cross[axis]
  const guides: Guide[] = []
  for (const [i, at] of lines(box, axis).entries()) {
    const inLine = others.filter((each) =>
      lines(each, axis).some((line, j) => areAlike(i, j) && Math.abs(line - at) < same),
    )
    if (inLine.length === 0) continue
    const ends = [box, ...inLine].flatMap((each) => [lines(each, other)[0], lines(each, other)[2]])
    guides.push({ kind: 'line', from: point(axis, at, Math.min(...ends)), to: point(axis, at, Math.max(...ends)) })
  }
  return [...guides, ...gapsAt(box, others, axis)]
}

/** Gaps in the row that are equal to one at the box, and that one. */
function gapsAt(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const row = [...rowOf(box, others, axis), box].toSorted((a, b) => lines(a, axis)[1] - lines(b, axis)[1])
  const gaps = row
    .slice(1)
    .map((each, i) => ({ before: row[i]!, after: each, size: each[axis] - lines(row[i]!, axis)[2] }))
  const mine = gaps.filter((gap) => (gap.before === box || gap.after === box) && gap.size > 0)
  const isShared = (gap: (typeof gaps)[number]) =>
    gaps.some((each) => each !== gap && Math.abs(each.size - gap.size) < same)
  const wanted = mine.filter(isShared).map((gap) => gap.size)
  return gaps
    .filter((gap) => wanted.some((each) => Math.abs(each - gap.size) < same))
    .map(({ before, after }): Guide => {
      const other = cross[axis]
      const centre =
        (Math.max(lines(before, other)[0], lines(after, other)[0]) +
          Math.min(lines(before, other)[2], lines(after, other)[2])) /
        2
      return { kind: 'gap', from: point(axis, lines(before, axis)[2], centre), to: point(axis, after[axis], centre) }
    })
}

function point(axis: Axis, along: number, across: number): Point {
  return axis === 'x' ? { x: along, y: across } : { x: across, y: along }
}
