// What is written on a node, as the little HTML that draw.io shows.
import { flame, snowflake } from '../../drawing/icons'
import { plainText } from '../../drawing/math/spoken'
import { toMarkup } from '../../drawing/markup'
import { visibleText } from '../../drawing/text'
import type { GraphNode } from '../../graph/graph'
import { box, typographyOf } from '../../graph/typography'
import type { NodePaint, Theme } from '../../scene/themes'
import { element, escapeXml } from '../xml'

export function html(text: string): string {
  return escapeXml(visibleText(text)).replaceAll('"', '&quot;')
}

function font(text: string, size: number, colour: string, more = ''): string {
  return element('span', { style: `font-size:${size}px;color:${colour};${more}` }, html(text))
}

const bold = 'font-weight:bold;'

/** The badge floats at the right of the first line; a block as wide as the node's inside lets it. */
export function headingText(node: GraphNode, room: number, paint: NodePaint, theme: Theme): string {
  return block(room, headingLines(node, paint, theme))
}

export function faceText(node: GraphNode, room: number, paint: NodePaint, theme: Theme): string {
  const sub = node.sublabelLines
    .map((line) => font(plainText(line), typographyOf(node.large).sublabel.size, theme.muted))
    .join('<br>')
  return block(room, headingLines(node, paint, theme) + (sub && `<br>${sub}`))
}

function headingLines(node: GraphNode, paint: NodePaint, theme: Theme): string {
  const { title, count, badge } = typographyOf(node.large)
  const right = node.badge ? font(node.badge, badge.size, paint.accent, `${bold}float:right;`) : ''
  const lines = node.titleLines.map((line) => font(plainText(line), title.size, paint.ink, bold)).join('<br>')
  const times = node.count ? `&nbsp; ${font(node.count, count.size, theme.muted, bold)}` : ''
  return right + lines + times
}

function block(room: number, inside: string): string {
  return element('div', { style: `width:${Math.round(room)}px;white-space:nowrap;line-height:1.3;` }, inside)
}

/** Flame or snowflake as the image of a label shape; draw.io leaves `;base64` out of the address. */
export function iconAddress(node: GraphNode, paint: NodePaint): string | undefined {
  const size = box.icon + 2
  const draw = node.state === 'trainable' ? flame : node.state === 'frozen' ? snowflake : undefined
  if (!draw) return undefined
  const inside = toMarkup(draw(0, 0, size, paint.accent)).trim()
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${inside}</svg>`
  return `data:image/svg+xml,${btoa(text)}`
}
