// What stands around the picture: title, share of what learns, legend, sources. Says how much room it needs.
import type { Language } from '../document/schema'
import { say } from '../document/words'
import { flame, snowflake } from '../drawing/icons'
import { measure } from '../drawing/measure'
import type { Primitive } from '../drawing/primitives'
import { richWidth, wrapRich } from '../drawing/rich'
import { stackLines } from '../graph/lines'
import type { View } from '../graph/view'
import type { Analysis } from '../semantics/analyse'
import { short } from '../semantics/number'
import type { Look } from './look'
import { phrase } from './phrases'
import { line, richLine } from './text'
import { themes } from './themes'

const heading = { size: 34, weight: 700 } as const
const variantStyle = { size: 34, weight: 400 } as const
const summaryStyle = { size: 15, weight: 400 } as const
const figure = { size: 14, weight: 400 } as const
const figureName = { size: 14, weight: 700 } as const
const small = { size: 12, weight: 400 } as const
const barWidth = 380

export interface Framed {
  readonly height: number
  readonly primitives: readonly Primitive[]
}

/** The least width at which title and bar stand side by side. */
export function leastWidth(analysis: Analysis, view: View): number {
  const title = view.title ? headingOf(analysis, view.language).width : 0
  const bar = hasBar(analysis, view) ? barWidth : 0
  return title + bar + (title && bar ? 60 : 0)
}

interface Headed {
  readonly lines: readonly string[]
  readonly variant: string
  /** From the left edge of the title. */
  readonly variantX: number
  readonly width: number
}

/** A title longer than a line would make the page wide and the picture small. */
const longestTitle = 900

function headingOf(analysis: Analysis, language: Language): Headed {
  const lines = wrapRich(say(analysis.diagram.about.title, language), heading.size, heading.weight, longestTitle)
  const variant = say(analysis.variant?.label, language) || analysis.variant?.id || ''
  const widths = lines.map((text) => richWidth(text, heading.size, heading.weight))
  const variantX = (widths.at(-1) ?? 0) + 16
  const last = variant ? variantX + richWidth(variant, variantStyle.size, variantStyle.weight) : 0
  return { lines, variant, variantX, width: Math.max(0, last, ...widths) }
}

function hasBar(analysis: Analysis, view: View): boolean {
  return view.bar && analysis.total.params.total > 0n
}

/** Title, variant, summary; at the right the bar of trainable and frozen parameters with the phase. */
export function titleBlock(analysis: Analysis, view: View, look: Look, x: number, width: number): Framed {
  const theme = themes[look.theme]
  const { language } = view
  const isBar = hasBar(analysis, view)
  if (!view.title && !isBar) return { height: 0, primitives: [] }
  const primitives: Primitive[] = []
  let height = isBar ? 46 + Math.max(16, phaseLines(analysis, language).height) : 0
  if (view.title) {
    const { lines, variant, variantX } = headingOf(analysis, language)
    const headed = stackLines(lines, heading, 40, 32)
    const last = headed.baselines.at(-1) ?? 32
    lines.forEach((text, i) =>
      primitives.push(...richLine(text, x, headed.baselines[i]!, heading, theme.ink, language)),
    )
    if (variant) primitives.push(...richLine(variant, x + variantX, last, variantStyle, theme.muted, language))
    const room = Math.max(320, width - (isBar ? barWidth + 60 : 0))
    const summary = wrapRich(
      view.large || view.summary === false ? '' : say(analysis.diagram.about.summary, language),
      summaryStyle.size,
      summaryStyle.weight,
      room,
    )
    const under = stackLines(summary, summaryStyle, 20, 16)
    const top = headed.height + 4
    summary.forEach((text, i) => {
      if (text) primitives.push(...richLine(text, x, top + under.baselines[i]!, summaryStyle, theme.muted, language))
    })
    height = Math.max(height, top + (summary[0] ? under.height : 0))
  }
  if (isBar) primitives.push(...bar(analysis, look, x + width - barWidth, language))
  return { height: height + 36, primitives }
}

function bar(analysis: Analysis, look: Look, x: number, language: Language): Primitive[] {
  const theme = themes[look.theme]
  const { trainable, frozen, total } = analysis.total.params
  const share = total > 0n ? Number((trainable * 10000n) / total) / 10000 : 0
  const warm = Math.round(barWidth * share)
  const track = { y: 30, height: 8, stroke: 'none' }
  const parts: Primitive[] = []
  let at = x
  const entry = (name: 'trainable' | 'frozen', value: bigint) => {
    const { accent } = theme.nodes[name]
    const word = phrase(name, language)
    const number = short(value)
    parts.push(...(name === 'trainable' ? flame : snowflake)(at, 3, 18, accent))
    parts.push(line(word, at + 24, 17, figureName, accent, language))
    const numberX = at + 24 + measure(word, figureName.size, figureName.weight) + 10
    parts.push(line(number, numberX, 17, figure, theme.ink, language))
    at = numberX + measure(number, figure.size, figure.weight) + 28
  }
  if (trainable > 0n || frozen === 0n) entry('trainable', trainable)
  if (frozen > 0n) entry('frozen', frozen)
  if (warm < barWidth) parts.push({ kind: 'rect', x, width: barWidth, radius: 4, fill: theme.bar.frozen, ...track })
  if (warm > 0)
    parts.push({ kind: 'rect', x, width: Math.max(8, warm), radius: 4, fill: theme.bar.trainable, ...track })
  const phase = phaseLines(analysis, language)
  phase.lines.forEach((text, i) => {
    if (text) parts.push(...richLine(text, x + barWidth, 46 + phase.baselines[i]!, small, theme.muted, language, 'end'))
  })
  return parts
}

function phaseLines(analysis: Analysis, language: Language) {
  const lines = wrapRich(say(analysis.phase?.label, language), small.size, small.weight, barWidth)
  return { lines, ...stackLines(lines, small, 16, 11) }
}

/** One line with the sources. */
export function footer(analysis: Analysis, view: View, look: Look, x: number, width: number): Framed {
  const { language } = view
  const [source] = analysis.diagram.about.sources ?? []
  if (!(view.citation ?? view.title) || view.large || !source) return { height: 0, primitives: [] }
  const year = source.year ?? analysis.diagram.about.year
  const parts = [
    [source.authors, year].filter(Boolean).join(' '),
    source.title,
    source.arxiv && `arXiv ${source.arxiv}`,
  ]
  const lines = wrapRich(parts.filter(Boolean).join(', '), small.size, small.weight, width)
  const { height, baselines } = stackLines(lines, small, 16, 11)
  const { muted } = themes[look.theme]
  return {
    height: 24 + height,
    primitives: lines.flatMap((text, i) => richLine(text, x, 13 + baselines[i]!, small, muted, language)),
  }
}
