// The marks of what differs: a ring around the part and a disc at its corner, with the number of the pair or a sign. Never by
// colour alone.
import type { Primitive } from '../../drawing/primitives'
import type { Layout } from '../../layout/layout'
import type { Box, Point } from '../../shared/geometry'
import type { Look } from '../look'
import { moveBox } from '../move'
import type { Phrase } from '../phrases'
import { themes } from '../themes'
import type { Differences } from './differences'

export type Mark = number | '−' | '+'

export interface Meaning {
  readonly mark: Mark | undefined
  readonly name: Phrase
}

/** By the path of the part. */
export function marksIn(
  { changed, onlyLeft, onlyRight }: Differences,
  side: 'left' | 'right',
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>(changed.map((pair) => [pair[side].path, pair.number]))
  for (const { path } of side === 'left' ? onlyLeft : onlyRight) marks.set(path, side === 'left' ? '−' : '+')
  return marks
}

/** What each kind of mark means, of those that there are, and last what has none. */
export function meaningsIn({ changed, onlyLeft, onlyRight }: Differences): readonly Meaning[] {
  return [
    ...(changed.length ? [{ mark: 1, name: 'paired' } as const] : []),
    ...(onlyLeft.length ? [{ mark: '−', name: 'onlyLeft' } as const] : []),
    ...(onlyRight.length ? [{ mark: '+', name: 'onlyRight' } as const] : []),
    { mark: undefined, name: 'same' },
  ]
}

/** `scale`: of the discs, where the picture is seen small. */
export function drawMarks(
  marks: ReadonlyMap<string, Mark>,
  layout: Layout,
  origin: Point,
  look: Look,
  scale = 1,
): Primitive[] {
  return [...marks].flatMap(([path, mark]) => {
    const at = layout.nodes.get(path)
    return at
      ? [{ kind: 'group' as const, id: `mark ${path}`, children: drawMark(mark, moveBox(at, origin), look, scale) }]
      : []
  })
}

/** Of the number on a disc. */
export const discType = 13
const radius = 11
const gap = 4

function drawMark(mark: Mark, { x, y, width, height }: Box, look: Look, scale: number): Primitive[] {
  const { ink } = themes[look.theme]
  const ring: Primitive = {
    kind: 'rect',
    x: x - gap,
    y: y - gap,
    width: width + 2 * gap,
    height: height + 2 * gap,
    radius: 10,
    fill: 'none',
    stroke: ink,
    strokeWidth: 2 * Math.sqrt(scale),
    ...(typeof mark === 'string' && { dash: [7, 5] }),
  }
  // Headings stand above, cards of a stack behind to the right; what is lower than the disc has it in its middle.
  const down = 2 * radius * scale > height ? height / 2 : height + gap
  return [ring, ...disc(mark, { x: x - gap, y: y + down }, look, scale)]
}

/** Around its centre; for the legend, too. */
export function disc(mark: Mark, { x, y }: Point, look: Look, scale = 1): Primitive[] {
  const { ink, page } = themes[look.theme]
  const size = (typeof mark === 'number' && mark > 99 ? 10 : discType) * scale
  const [r, arm] = [radius * scale, 5 * scale]
  const minus = `M${x - arm} ${y}L${x + arm} ${y}`
  return [
    {
      kind: 'rect',
      x: x - r,
      y: y - r,
      width: 2 * r,
      height: 2 * r,
      radius: r,
      fill: ink,
      stroke: page,
      strokeWidth: 1.5,
    },
    typeof mark === 'number'
      ? { kind: 'text', x, y: y + size * 0.36, text: String(mark), size, weight: 700, anchor: 'middle', fill: page }
      : {
          kind: 'path',
          d: mark === '−' ? minus : `${minus}M${x} ${y - arm}L${x} ${y + arm}`,
          fill: 'none',
          stroke: page,
          strokeWidth: 2.4 * scale,
          cap: 'round',
        },
  ]
}
