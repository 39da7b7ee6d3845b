// Chooses how a level is broken into rows so that its shape suits where it goes: the whole picture a slide, a container
// the picture around it.
import type { Engine } from './elk'
import type { Flow, Placed } from './flow'
import type { FlowDirection } from './layout'
import type { Size } from '../shared/geometry'
import type { LevelStyle, Tried } from './level'
import { layOutRow } from './level'
import { breaksOf, layOutRows } from './rows'

export interface Fit {
  /** Width by height on the page. */
  readonly aspect: number
  /** What the page adds: margins, title, legend and footer. */
  readonly extra: Size
  /** Shapes within this factor of the aspect are as good as it. */
  readonly tolerance: number
  /** How bad a shape beyond the tolerance is. */
  readonly strictness: number
  /** Levels shorter than this are never broken. */
  readonly shortest: number
}

const mostRows = 5

/** How small the picture has to be drawn to fit, and how far it is from the shape that was asked for. */
export function misfit({ width, height }: Size, fit: Fit): number {
  const wide = width + fit.extra.width
  const tall = height + fit.extra.height
  const needed = Math.max(wide / fit.aspect, tall)
  const off = Math.abs(Math.log(wide / tall / fit.aspect)) - Math.log(fit.tolerance)
  return Math.log(needed / 1000) + Math.max(0, off) * fit.strictness
}

/** Each break is a place where the eye has to travel back; each further line across it makes that harder. */
const perBreak = 0.09
const perLine = 0.42

/** A last row of a single node. */
const perWidow = 0.2

export interface Fitted extends Tried {
  readonly misfit: number
}

export async function layOutFitted(
  engine: Engine,
  flow: Flow,
  style: LevelStyle,
  direction: FlowDirection,
  fit: Fit | undefined,
): Promise<Fitted> {
  const page = ({ width, height }: Size) =>
    direction === 'right' ? { width, height } : { width: height, height: width }
  const single = await layOutRow(engine, flow, style)
  if (!fit) return { ...single, misfit: 0 }
  const unbroken: Fitted = { ...single, misfit: misfit(page(single.placed), fit) }
  if (single.placed.width < fit.shortest) return unbroken
  const options = candidates(flow, single.placed, style).map((breaks) => {
    const lines = Math.max(0, breaks.lines - breaks.count + 1) * perLine
    const burden = (breaks.count - 1) * perBreak + lines + (breaks.isWidowed ? perWidow : 0)
    return { breaks, burden, expected: misfit(page(breaks), fit) + burden }
  })
  let best = unbroken
  // What a break gives is only guessed: the two most promising ones are tried.
  for (const { breaks, burden, expected } of options.sort((a, b) => a.expected - b.expected).slice(0, 2)) {
    if (expected >= best.misfit) break
    const tried = await layOutRows(engine, flow, style, breaks)
    const broken: Fitted = { ...tried, misfit: misfit(page(tried.placed), fit) + burden }
    if (broken.misfit < best.misfit) best = broken
  }
  return best
}

function candidates(flow: Flow, placed: Placed, { padding }: LevelStyle) {
  return Array.from({ length: mostRows - 1 }, (_, index) => breaksOf(flow, placed, index + 2)).flatMap((breaks) =>
    breaks ? [{ ...breaks, height: breaks.height + padding.low + padding.high }] : [],
  )
}
