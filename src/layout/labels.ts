// Finds a place for a label on its own line: on a piece long enough for it, away from everything else.
import type { Box, Point, Size } from '../shared/geometry'
import type { Segment } from './plane'
import { intersection, overlap, segmentsOf } from './plane'

export interface Crowd {
  readonly boxes: readonly Box[]
  readonly lines: readonly Segment[]
}

const margin = 12

/** The best place that is free. */
export function placeLabel(points: readonly Point[], size: Size, { boxes, lines }: Crowd): Box | undefined {
  const pieces = segmentsOf(points)
    .map((segment) => ({ segment, length: lengthOf(segment), isLevel: segment[0].y === segment[1].y }))
    .sort((a, b) => Number(b.isLevel) - Number(a.isLevel) || b.length - a.length)
  for (const { segment, length, isLevel } of pieces) {
    if (length < (isLevel ? size.width : size.height) + 2 * margin) continue
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const label = boxAt(segment, share, size)
      const fits = length * Math.min(share, 1 - share) >= (isLevel ? size.width : size.height) / 2 + margin / 2
      if (!fits || boxes.some((box) => overlap(label, box, 4))) continue
      if (lines.every((line) => intersection(line, grown(label, 3)) === 0)) return label
    }
  }
  return undefined
}

/** Where no place is free. */
export function middleOf(points: readonly Point[], size: Size): Box {
  const longest = segmentsOf(points).reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best))
  return boxAt(longest, 0.5, size)
}

const lengthOf = ([a, b]: Segment) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

function boxAt([a, b]: Segment, share: number, { width, height }: Size): Box {
  const x = a.x + (b.x - a.x) * share
  const y = a.y + (b.y - a.y) * share
  return { x: x - width / 2, y: y - height / 2, width, height }
}
