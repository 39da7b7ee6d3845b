// Where the parameters or the FLOPs of a model are: a nested chart of tiles whose areas are in proportion, as a scene.
import { say } from '../document/words'
import { flame, snowflake } from '../drawing/icons'
import { measure } from '../drawing/measure'
import type { Primitive } from '../drawing/primitives'
import type { View } from '../graph/view'
import type { Analysis } from '../semantics/analyse'
import { short } from '../semantics/number'
import { pretty } from '../shared/dimension'
import { footer, titleBlock, type Framed } from './frame'
import type { Look } from './look'
import { below } from './move'
import { phrase } from './phrases'
import type { Scene } from './scene'
import { line } from './text'
import { themes } from './themes'
import { tiles } from './treemap/paint'
import { amountOf, partStates, partsOf, type ChartQuantity, type Part, type PartState } from './treemap/parts'
import { drawParts } from './treemap/tile'

export { chartQuantities, type ChartQuantity } from './treemap/parts'

export interface Chart {
  readonly what: ChartQuantity
  /** Levels of containers that may stand open; those too small for it stay closed. */
  readonly depth?: number
}

const page = { width: 1600, height: 900 }
const margin = 48
const headline = { size: 20, weight: 700 } as const
const remark = { size: 13, weight: 400 } as const
const legendStyle = { size: 12, weight: 400 } as const
const deepest = 8

/** A slide of 16:9. Areas of neighbours are in proportion; headers take their room from what is inside. */
export function drawTreemap(analysis: Analysis, { what, depth = deepest }: Chart, view: View, look: Look): Scene {
  const { language } = view
  const width = page.width - 2 * margin
  const parts = partsOf(analysis, what, depth, language)
  const whole = amountOf(analysis.total, what)
  const title = titleBlock(analysis, view, look, margin, width)
  const head = headlineOf(analysis, what, whole, view, look)
  const key = keyOf(parts, whole, view, look)
  const foot = footer(analysis, view, look, margin, width)
  const top = margin + title.height + head.height
  const height = page.height - top - key.height - foot.height - margin
  const words = [say(analysis.diagram.about.title, language), analysis.variant?.id].filter(Boolean).join(' ')
  return {
    width: page.width,
    height: page.height,
    ...(look.background && { background: themes[look.theme].page }),
    title: `${words}: ${phrase(nameOf[what], language)}`,
    description: say(analysis.diagram.about.summary, language),
    primitives: [
      ...group('title', below(title.primitives, margin)),
      ...group('total', below(head.primitives, margin + title.height)),
      ...drawParts(parts, { x: margin - 2, y: top, width: width + 4, height }, { look, language, whole }),
      ...group('legend', below(key.primitives, top + height)),
      ...group('sources', below(foot.primitives, top + height + key.height)),
    ],
    origin: { x: margin, y: top },
  }
}

const nameOf = { params: 'parameters', flops: 'forwardFlops', training: 'trainingFlops' } as const

function group(id: string, children: readonly Primitive[]): Primitive[] {
  return children.length ? [{ kind: 'group', id, children }] : []
}

/** What an area stands for, and the whole; FLOPs with the sizes that they are counted for. */
function headlineOf(analysis: Analysis, what: ChartQuantity, whole: bigint, view: View, look: Look): Framed {
  const theme = themes[look.theme]
  const name = `${phrase(nameOf[what], view.language)} ${short(whole)}`
  const examples = [...analysis.scope.examples].map(([symbol, d]) => `${symbol} = ${pretty(d)}`).join(', ')
  const x = margin + measure(name, headline.size, headline.weight) + 14
  return {
    height: 34,
    primitives: [
      line(name, margin, 14, headline, theme.ink, view.language),
      ...(what !== 'params' && examples ? [line(examples, x, 14, remark, theme.muted, view.language)] : []),
    ],
  }
}

/** Only the states that can be seen. */
function keyOf(parts: readonly Part[], whole: bigint, { legend, language }: View, look: Look): Framed {
  const states = partStates.filter(
    (state) => parts.reduce((sum, part) => sum + part.states[state], 0n) * 1000n >= whole && whole > 0n,
  )
  if (!legend || !states.length) return { height: 0, primitives: [] }
  const theme = themes[look.theme]
  let x = margin
  const primitives = states.flatMap((state): Primitive[] => {
    const word = phrase(state, language)
    const at = x
    x += 34 + measure(word, legendStyle.size, legendStyle.weight) + 24
    return [...swatch(state, at, look), line(word, at + 34, 30, legendStyle, theme.muted, language)]
  })
  return { height: 38, primitives }
}

function swatch(state: PartState, x: number, look: Look): Primitive[] {
  const { fill, stroke } = tiles[look.theme][state]
  const card: Primitive = { kind: 'rect', x, y: 18, width: 26, height: 16, radius: 4, fill, stroke, strokeWidth: 1 }
  if (state === 'plain') return [card]
  const icon = state === 'trainable' ? flame : snowflake
  return [card, ...icon(x + 7.5, 20.5, 11, themes[look.theme].nodes[state].accent)]
}
