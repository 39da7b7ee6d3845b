// Lines of text one below the other: each as high as its formulas need. Used to size a box and, with the same numbers, to
// write in it.
import { richReach } from '../drawing/rich'
import type { Weight } from '../drawing/metrics/advances'

export interface LineStyle {
  readonly size: number
  readonly weight: Weight
}

export interface Stack {
  readonly height: number
  /** Of each line, from the top of the first. */
  readonly baselines: readonly number[]
}

/** `lineHeight` is that of a line of plain text, `baseline` how far below its top that one is written. */
export function stackLines(
  lines: readonly string[],
  { size, weight }: LineStyle,
  lineHeight: number,
  baseline: number,
): Stack {
  let height = 0
  const baselines = lines.map((text) => {
    const { ascent, descent } = richReach(text, size, weight)
    const above = Math.max(0, Math.ceil(ascent - baseline + 1))
    const below = Math.max(0, Math.ceil(descent - (lineHeight - baseline) + 1))
    const at = height + above + baseline
    height += above + lineHeight + below
    return at
  })
  return { height, baselines }
}
