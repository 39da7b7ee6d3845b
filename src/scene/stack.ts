// A stack of cards: what ends at one ends before its cards, which peep out to the right and upward and would hide the head.
import { shorten } from '../drawing/polyline'
import { box as metric } from '../graph/typography'
import type { Point } from '../shared/geometry'

/** The way up to the cards of the stack that is at one of its ends. */
export function beforeCards(points: readonly Point[], end: 'start' | 'end'): readonly Point[] {
  const [tip, before] = end === 'start' ? [points[0], points[1]] : [points.at(-1), points.at(-2)]
  const isHidden = tip && before && (before.x > tip.x || before.y < tip.y)
  return isHidden ? shorten(points, metric.card * metric.cards, end) : points
}
