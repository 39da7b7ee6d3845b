// An edge as primitives: a line with rounded corners, a closed triangle for its head, and a chip in a gap of the line.
import type { Language } from '../document/schema'
import { blend } from '../drawing/colour'
import { arrowhead, breakPolyline, endDirection, roundedPolyline, shorten } from '../drawing/polyline'
import { richReach } from '../drawing/rich'
import type { Primitive } from '../drawing/primitives'
import type { GraphEdge, GraphNode } from '../graph/graph'
import { typographyOf } from '../graph/typography'
import type { Route } from '../layout/layout'
import type { Look } from './look'
import { beforeCards } from './stack'
import { richLine } from './text'
import { themes } from './themes'

const head = 10

/** `target` is the box at which it ends; absent where the line goes on inside a container or through a wall. */
export function drawEdge(
  edge: GraphEdge,
  route: Route,
  target: Pick<GraphNode, 'stacked'> | undefined,
  look: Look,
  language: Language,
): Primitive[] {
  const theme = themes[look.theme]
  const hue = theme.edges[edge.hue]
  const stroke = look.problems && edge.problem ? theme.problem : hue.stroke
  const whole = target?.stacked ? beforeCards(route.points, 'end') : route.points
  const points = target ? shorten(whole, head - 2) : whole
  // Where another view of the same picture has a chip, this one may have none.
  const parts = route.label && edge.label ? breakPolyline(points, route.label) : [points]
  const pen = { fill: 'none', stroke, strokeWidth: 1.9, ...(hue.dash && { dash: hue.dash }) }
  const lines: Primitive[] = parts
    .filter((p) => p.length > 1)
    .map((p) => ({ kind: 'path', d: roundedPolyline(p), ...pen }))
  const tip = whole.at(-1)
  const arrow: Primitive[] =
    target && tip ? [{ kind: 'path', d: arrowhead(tip, endDirection(whole), head), fill: stroke, stroke: 'none' }] : []
  return [...lines, ...arrow, ...chip(edge, route, stroke, look, language)]
}

function chip(edge: GraphEdge, route: Route, stroke: string, look: Look, language: Language): Primitive[] {
  const { label } = route
  if (!label || !edge.label) return []
  const { page } = themes[look.theme]
  const { x, y, width, height } = label
  const style = typographyOf(edge.label.large).chip
  const { size, weight } = style
  const { ascent, descent } = richReach(edge.label.text, size, weight)
  const baseline = ascent > size ? y + (height + ascent - descent) / 2 : y + height / 2 + size * 0.36
  return [
    {
      kind: 'rect',
      x,
      y,
      width,
      height,
      radius: height / 2,
      fill: page,
      stroke: blend(page, stroke, 0.4),
      strokeWidth: 1,
    },
    ...richLine(edge.label.text, x + width / 2, baseline, style, stroke, language, 'middle'),
  ]
}
