// Chooses how a level is broken into rows so that its shape suits where it goes: the whole picture a slide, a container
// the picture around it.
import type { Breaks } from './breaks'
import { breaksOf } from './breaks'
import type { Engine } from './elk'
import { foreseen } from './foresee'
import type { Flow } from './flow'
import type { FlowDirection } from './layout'
import type { Size } from '../shared/geometry'
import type { Candidate, LevelStyle, Tried } from './level'
import { layOutRow } from './level'
import { layOutRows } from './rows'

export interface Fit {
  /** Width by height on the page. */
  readonly aspect: number
  /** What the page adds: margins, title, legend and footer. */
  readonly extra: Size
  /** Shapes within this factor of the aspect are as good as it. */
  readonly tolerance: number
  /** How bad a shape beyond the tolerance is. */
  readonly strictness: number
  /** How much the look of the rows counts beside the size of the picture. */
  readonly evenness: number
  /** Levels shorter than this are never broken. */
  readonly shortest: number
}

const mostRows = 5
/** A guess that is better by less than this is not worth a layout. */
const doubt = 0.02

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

/** A row of a single node, which is more like a step than like a row. */
const perWidow = 0.35

/** A row that is nearly empty, while another follows. */
const perEmptiness = 0.4

/** A line that runs as far as the longest row before it arrives. */
const perPassing = 0.25

/** Each takes as long as a layout. */
const mostTried = 4

export interface Fitted extends Omit<Tried, 'candidate'> {
  readonly misfit: number
  /** Where it is in one row. */
  readonly candidate?: Candidate
}

/** A level in one row, as it was laid out before anything was fitted: what all guesses start from. */
export interface Reference {
  readonly flow: Flow
  readonly style: LevelStyle
  readonly tried: Tried
}

export interface Choice extends Size {
  /** In one row when absent. */
  readonly breaks?: Breaks
  /** What the breaks cost the reader. */
  readonly burden: number
  /** The misfit with the burden, as far as it can be foreseen. */
  readonly expected: number
}

/** The ways to break a level, the most promising first. Nothing is laid out for that. */
export function choicesOf(
  reference: Reference,
  flow: Flow,
  style: LevelStyle,
  direction: FlowDirection,
  fit: Fit,
): Choice[] {
  const stand = { flow: reference.flow, placed: reference.tried.placed, spacing: reference.style.spacing }
  const single = foreseen(stand, flow.nodes, style.spacing)
  const unbroken = { width: single.width, height: single.height, burden: 0 }
  const rows = Array.from({ length: single.width < fit.shortest ? 0 : mostRows - 1 }, (_, index) => index + 2)
  const ways = rows.flatMap((count) => breaksOf(flow, single, count, style))
  const broken = ways.map((breaks) => {
    const lines = Math.max(0, breaks.lines - breaks.count + 1) * perLine
    const { count, widows, emptiness, passing } = breaks
    const gaps = (emptiness * perEmptiness + passing * perPassing) * fit.evenness
    const burden = (count - 1) * perBreak + lines + widows * perWidow + gaps
    return { breaks, burden, width: breaks.width, height: breaks.height }
  })
  return [unbroken, ...broken]
    .map((choice) => ({ ...choice, expected: misfit(onPage(choice, direction), fit) + choice.burden }))
    .sort((a, b) => a.expected - b.expected)
}

export const onPage = ({ width, height }: Size, direction: FlowDirection): Size =>
  direction === 'right' ? { width, height } : { width: height, height: width }

/** In one row when there is no fit. */
export async function layOutFitted(
  engine: Engine,
  flow: Flow,
  style: LevelStyle,
  direction: FlowDirection,
  fitting?: { readonly fit: Fit; readonly reference: Reference },
): Promise<Fitted> {
  if (!fitting) return { ...(await layOutRow(engine, flow, style)), misfit: 0 }
  const { fit, reference } = fitting
  const isKnown = JSON.stringify([flow, style]) === JSON.stringify([reference.flow, reference.style])
  const single = () =>
    isKnown ? reference.tried : layOutRow(engine, flow, style, { settled: reference.tried.candidate })
  let best: Fitted | undefined
  // What a break gives is only guessed: where one does not keep what it promised, the next has its turn.
  for (const { breaks, burden, expected } of choicesOf(reference, flow, style, direction, fit).slice(0, mostTried)) {
    if (best && expected >= best.misfit - doubt) break
    const tried = breaks ? await layOutRows(engine, flow, style, breaks) : await single()
    const next = { ...tried, misfit: misfit(onPage(tried.placed, direction), fit) + burden }
    if (!best || next.misfit < best.misfit) best = next
  }
  return best!
}
