// A node as primitives: a card, a stack of cards, a container with its header, or a small circle with a sign.
import type { Language } from '../document/schema'
import type { MaskName } from '../blocks/masks'
import { flame, snowflake } from '../drawing/icons'
import { richWidth } from '../drawing/rich'
import type { Primitive } from '../drawing/primitives'
import type { GraphNode } from '../graph/graph'
import { gridPlace, hasIcon } from '../graph/node'
import { stackLines } from '../graph/lines'
import { box as metric, typography, typographyOf } from '../graph/typography'
import type { Box } from '../shared/geometry'
import type { Look } from './look'
import { drawMask } from './mask'
import { line, richLine } from './text'
import { themes, type NodePaint, type Theme } from './themes'

/** Everything of the node but what is inside it. */
export function drawNode(node: GraphNode, at: Box, look: Look, language: Language): Primitive[] {
  const theme = themes[look.theme]
  const paint = theme.nodes[node.state ?? 'plain']
  const problem = look.problems && node.problem ? problemMark(at, theme) : []
  if (node.sign) return [...signPrimitives(node, at, theme), ...problem]
  const isOpen = node.inside !== undefined
  const radius = isOpen ? metric.containerRadius : metric.radius
  const outline = { stroke: paint.stroke, strokeWidth: 1.5, ...(node.state === 'absent' && { dash: [4, 4] }) }
  const fill = isOpen ? paint.ground : paint.fill
  return [
    ...(node.stacked ? cards(at, radius, paint, theme) : []),
    { kind: 'rect', x: at.x, y: at.y, width: at.width, height: at.height, radius, fill, ...outline },
    ...(isOpen ? [] : band(node, at, theme)),
    ...(isOpen ? header(node, at, paint, theme, language) : face(node, at, paint, theme, language)),
    ...problem,
  ]
}

/** The other copies, peeping out to the upper right, farthest first. */
function cards(at: Box, radius: number, paint: NodePaint, theme: Theme): Primitive[] {
  return Array.from({ length: metric.cards }, (_, i) => {
    const by = (metric.cards - i) * metric.card
    const { width, height } = at
    return {
      kind: 'rect',
      x: at.x + by,
      y: at.y - by,
      width,
      height,
      radius,
      fill: paint.fill === theme.nodes.plain.fill ? theme.page : paint.fill,
      stroke: paint.stroke,
      strokeOpacity: 0.55,
      strokeWidth: 1.2,
    }
  })
}

/** Solid under what learns, dotted under what is frozen, half and half where both are inside: states without colour. */
function band(node: GraphNode, at: Box, theme: Theme): Primitive[] {
  const [left, right] = [at.x + metric.radius, at.x + at.width - metric.radius]
  const middle = Math.round((left + right) / 2)
  const y = at.y + at.height - 1.5
  const part = (state: 'trainable' | 'frozen', from: number, to: number): Primitive => {
    const dash = state === 'frozen' ? { dash: [3, 3] } : {}
    const { stroke } = theme.nodes[state]
    return { kind: 'path', d: `M${from} ${y}L${to} ${y}`, fill: 'none', stroke, strokeWidth: 3, ...dash }
  }
  if (node.state === 'mixed') return [part('trainable', left, middle), part('frozen', middle + 3, right)]
  return node.state === 'trainable' || node.state === 'frozen' ? [part(node.state, left, right)] : []
}

function face(node: GraphNode, at: Box, paint: NodePaint, theme: Theme, language: Language): Primitive[] {
  const { titleLine, titleBaseline, sublabelLine, sublabelBaseline, sublabelGap } = metric
  const title = stackLines(node.titleLines, typography.title, titleLine, titleBaseline)
  const sublabel = stackLines(node.sublabelLines, typography.sublabel, sublabelLine, sublabelBaseline)
  const under = node.sublabelLines.length ? sublabelGap + sublabel.height : 0
  const top = at.y + (at.height - title.height - under) / 2 - 0.5
  const x = at.x + metric.padding
  const grid = gridPlace(node.state, node.mask)
  const indent = grid === 'left' ? metric.largeGrid + metric.iconGap + 2 : 0
  const textX = x + (hasIcon(node.state) ? metric.icon + metric.iconGap : indent)
  const muted = node.state === 'absent' ? paint.ink : theme.muted
  return [
    ...(node.mask ? gridOf(node.mask, grid, at, muted) : []),
    ...icon(node, x - 2, top + title.baselines[0]! - titleBaseline + (titleLine - metric.icon) / 2, paint),
    ...heading(node, at, textX, top, title.baselines, paint, theme, language),
    ...node.sublabelLines.flatMap((text, i) =>
      richLine(
        text,
        textX,
        top + title.height + sublabelGap + sublabel.baselines[i]!,
        typography.sublabel,
        muted,
        language,
      ),
    ),
  ]
}

/** At the left, as high as the box allows, or at the right end of the second line. */
function gridOf(mask: MaskName, place: 'left' | 'right' | undefined, at: Box, colour: string): Primitive[] {
  if (place === 'left')
    return drawMask(mask, at.x + metric.padding, at.y + (at.height - metric.largeGrid) / 2, metric.largeGrid, colour)
  const [right, bottom] = [at.x + at.width - metric.padding, at.y + at.height - metric.verticalPadding]
  return drawMask(mask, right - metric.grid, bottom - metric.grid - 0.5, metric.grid, colour)
}

function header(node: GraphNode, at: Box, paint: NodePaint, theme: Theme, language: Language): Primitive[] {
  const x = at.x + metric.padding + 4
  const textX = x + (hasIcon(node.state) ? metric.icon + metric.iconGap : 0)
  const y = at.y + 27
  return [...icon(node, x - 2, y - 13, paint), ...heading(node, at, textX, y, [0], paint, theme, language)]
}

/** Title, count after its last line, badge at the right of its first. */
function heading(
  node: GraphNode,
  at: Box,
  x: number,
  top: number,
  baselines: readonly number[],
  paint: NodePaint,
  theme: Theme,
  language: Language,
): Primitive[] {
  const { title, count, badge } = typographyOf(node.large)
  const y = (line: number) => top + (baselines[line] ?? 0)
  const last = node.titleLines.length - 1
  const lastLine = node.titleLines[last] ?? ''
  const countX = x + richWidth(lastLine, title.size, title.weight) + metric.gap
  const right = at.x + at.width - metric.padding
  return [
    ...node.titleLines.flatMap((text, i) => richLine(text, x, y(i), title, paint.ink, language)),
    ...(node.count ? [line(node.count, countX, y(last), count, theme.muted, language)] : []),
    ...(node.badge ? [line(node.badge, right, y(0), badge, paint.accent, language, 'end')] : []),
  ]
}

function icon(node: GraphNode, x: number, y: number, paint: NodePaint): Primitive[] {
  if (node.state === 'trainable') return flame(x, y, metric.icon + 2, paint.accent)
  if (node.state === 'frozen') return snowflake(x, y, metric.icon + 2, paint.accent)
  return []
}

function signPrimitives(node: GraphNode, at: Box, theme: Theme): Primitive[] {
  const { width, height } = at
  const [cx, cy, arm] = [at.x + width / 2, at.y + height / 2, width / 4]
  const strokes: Record<string, string> = {
    '+': `M${cx - arm} ${cy}L${cx + arm} ${cy}M${cx} ${cy - arm}L${cx} ${cy + arm}`,
    '×': `M${cx - arm * 0.8} ${cy - arm * 0.8}L${cx + arm * 0.8} ${cy + arm * 0.8}M${cx + arm * 0.8} ${cy - arm * 0.8}L${cx - arm * 0.8} ${cy + arm * 0.8}`,
    '‖': `M${cx - arm / 2} ${cy - arm}L${cx - arm / 2} ${cy + arm}M${cx + arm / 2} ${cy - arm}L${cx + arm / 2} ${cy + arm}`,
  }
  const pen = { stroke: theme.edges.fused.stroke, strokeWidth: 1.5 }
  return [
    { kind: 'rect', x: at.x, y: at.y, width, height, radius: width / 2, fill: theme.page, ...pen },
    { kind: 'path', d: strokes[node.sign] ?? strokes['+']!, fill: 'none', ...pen },
  ]
}

function problemMark(at: Box, theme: Theme): Primitive[] {
  const [x, y] = [at.x + at.width - 2, at.y + 2]
  return [
    {
      kind: 'rect',
      x: x - 7,
      y: y - 7,
      width: 14,
      height: 14,
      radius: 7,
      fill: theme.problem,
      stroke: theme.page,
      strokeWidth: 1.5,
    },
    {
      kind: 'path',
      d: `M${x} ${y - 3.5}L${x} ${y + 0.5}M${x} ${y + 3}L${x} ${y + 3.2}`,
      fill: 'none',
      stroke: theme.page,
      strokeWidth: 1.6,
      cap: 'round',
    },
  ]
}
