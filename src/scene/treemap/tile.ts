// One part of a chart as primitives: a tile with its label, or a box with a header and the parts inside it.
import type { Language } from '../../document/schema'
import { flame, snowflake } from '../../drawing/icons'
import { measure } from '../../drawing/measure'
import type { Primitive } from '../../drawing/primitives'
import { short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'
import { shareOf } from '../../semantics/table/rows'
import type { Box } from '../../shared/geometry'
import type { Look } from '../look'
import { line } from '../text'
import { themes } from '../themes'
import { fitLabel, isWider, lineHeight, slack } from './labels'
import { tiles } from './paint'
import { partStates, type Part, type PartState } from './parts'
import { squarify } from './squarify'

const gap = 4
const padding = 9
const header = 30
const headerSizes = [15, 13, 11.5] as const
const headerFigure = { size: 13, weight: 400 } as const
/** A box opens when its parts would be worth looking at. */
const leastOpen = { width: 110, height: 92 }
/** Below this side nothing can be seen. */
const leastSide = 1.5

export interface ChartStyle {
  readonly look: Look
  readonly language: Language
  readonly whole: bigint
}

/** The parts side by side in a box. */
export function drawParts(parts: readonly Part[], box: Box, style: ChartStyle): Primitive[] {
  if (!parts.length) return []
  const shares = parts.map(({ amount }) => shareOf(amount, style.whole))
  const boxes = squarify(
    shares.map((share) => Math.max(share, 1e-12)),
    box,
  )
  return parts.flatMap((part, i) => {
    const at = inset(boxes[i]!, gap / 2)
    if (at.width < leastSide || at.height < leastSide) return []
    const title = [part.title, part.repeat, figureOf(part, style)].filter(Boolean).join(' · ')
    const isOpen = isWorthOpening(part) && at.width >= leastOpen.width && at.height >= leastOpen.height
    const children = isOpen ? openBox(part, at, style) : tile(part, at, style)
    const names = part.isTensor ? { id: part.path } : { id: part.path, node: part.path }
    return [{ kind: 'group', ...names, title, children }]
  })
}

/** Not when one part, which holds nothing more, is nearly all of it. */
function isWorthOpening({ parts: [first, ...rest], amount }: Part): boolean {
  if (!first || !rest.length) return false
  return first.parts.length > 1 || shareOf(first.amount, amount) < 0.97
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

function figureOf({ amount }: Part, { whole }: ChartStyle): string {
  return `${short(amount)} · ${percent(shareOf(amount, whole))}`
}

function openBox(part: Part, at: Box, style: ChartStyle): Primitive[] {
  const theme = themes[style.look.theme]
  const state = onlyState(part)
  const title = heading(part, at, style)
  const top = title.length ? header : gap
  const inside = { x: at.x + gap, y: at.y + top, width: at.width - 2 * gap, height: at.height - top - gap }
  const stroke = tiles[style.look.theme][state ?? 'plain'].stroke
  return [
    { kind: 'rect', ...at, radius: 9, fill: theme.nodes[state ?? 'plain'].ground, stroke, strokeWidth: 1 },
    ...title,
    ...drawParts(part.parts, inside, style),
  ]
}

/** Icon, title and repeat at the left, number at the right, as far as there is room; nothing where not even the title fits. */
function heading(part: Part, at: Box, style: ChartStyle): Primitive[] {
  const theme = themes[style.look.theme]
  const { language } = style
  const y = at.y + 20
  const room = at.width - 2 * padding
  const size = headerSizes.find((each) => !isWider(part.title, each, 700, room))
  if (size === undefined) return []
  const icon = stateIcon(onlyState(part), at.x + padding - 1, y - size * 0.86, size, style)
  let used = measure(part.title, size, 700) * slack
  const beside = (text: string, space: number) => {
    const needs = space + measure(text, headerFigure.size, headerFigure.weight) * slack
    const fits = text !== '' && used + needs <= room
    if (fits) used += needs
    return fits
  }
  const indent = icon.length && used + size * 1.3 <= room ? size * 1.3 : 0
  used += indent
  const x = at.x + padding + indent
  const repeatX = x + measure(part.title, size, 700) * 1.02 + 8
  const hasRepeat = beside(part.repeat, 8)
  const figure = [figureOf(part, style), short(part.amount)].find((text) => beside(text, 16))
  return [
    ...(indent ? icon : []),
    line(part.title, x, y, { size, weight: 700 }, theme.ink, language),
    ...(hasRepeat ? [line(part.repeat, repeatX, y, headerFigure, theme.muted, language)] : []),
    ...(figure ? [line(figure, at.x + at.width - padding, y, headerFigure, theme.muted, language, 'end')] : []),
  ]
}

function stateIcon(state: PartState | undefined, x: number, y: number, size: number, { look }: ChartStyle) {
  if (state !== 'trainable' && state !== 'frozen') return []
  return (state === 'trainable' ? flame : snowflake)(x, y, size, themes[look.theme].nodes[state].accent)
}

/** Undefined where several states meet. */
function onlyState({ states }: Part): PartState | undefined {
  const present = partStates.filter((state) => states[state] > 0n)
  return present.length === 1 ? present[0] : undefined
}

function tile(part: Part, at: Box, style: ChartStyle): Primitive[] {
  const state = onlyState(part)
  const radius = Math.min(6, at.width / 4, at.height / 4)
  const paint = tiles[style.look.theme]
  if (state)
    return [
      { kind: 'rect', ...at, radius, fill: paint[state].fill, stroke: paint[state].stroke, strokeWidth: 1 },
      ...label(part, at, state, style),
    ]
  // Several states in one tile share it in proportion, what learns first.
  let x = at.x
  const pieces = partStates
    .filter((each) => part.states[each] > 0n)
    .map((each): Primitive => {
      const width = at.width * shareOf(part.states[each], part.amount)
      x += width
      return { kind: 'rect', x: x - width, y: at.y, width, height: at.height, fill: paint[each].fill, stroke: 'none' }
    })
  return [
    ...pieces,
    { kind: 'rect', ...at, fill: 'none', stroke: paint.plain.stroke, strokeWidth: 1 },
    ...label(part, at, undefined, style),
  ]
}

function label(part: Part, at: Box, state: PartState | undefined, style: ChartStyle): Primitive[] {
  const theme = themes[style.look.theme]
  const { language } = style
  const room = { width: at.width - 2 * padding, height: at.height - 2 * 6 }
  // The box around tensors says what they all are.
  const hasIcon = !part.isTensor && (state === 'trainable' || state === 'frozen')
  const name = part.repeat ? `${part.title} ${part.repeat.replace(' ', '\u00a0')}` : part.title
  const figures = [figureOf(part, style), short(part.amount)]
  const loudest = part.isTensor ? 15 : 26
  const found =
    fitLabel(name, figures, room, hasIcon, loudest) ??
    fitLabel(part.title, figures, room, hasIcon, loudest) ??
    fitLabel(part.title, figures, room, false, loudest)
  if (!found) return []
  const { size, lines, indent, figure, figureSize } = found
  const weight = part.isTensor ? 400 : 700
  const [x, top] = [at.x + padding, at.y + 6]
  const first = top + size * 0.95
  const icon = indent > 0 ? stateIcon(state, x - 1, first - size * 0.84, size, style) : []
  const figureY = top + lines.length * size * lineHeight + figureSize
  return [
    ...icon,
    ...lines.map((text, i) =>
      line(text, x + indent, first + i * size * lineHeight, { size, weight }, theme.ink, language),
    ),
    ...(figure ? [line(figure, x, figureY, { size: figureSize, weight: 400 }, theme.ink, language)] : []),
  ]
}
