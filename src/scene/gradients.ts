// The way back of the gradient, over a picture: a dashed line beside each edge that carries one, and marks on weights
// that it only crosses or never reaches. What learns is marked by its flame already.
import { grow } from '../drawing/bounds'
import { offsetPolyline } from '../drawing/offset'
import { arrowhead, breakPolyline, endDirection, roundedPolyline, shorten } from '../drawing/polyline'
import type { Primitive } from '../drawing/primitives'
import type { Graph, GraphNode } from '../graph/graph'
import type { Route } from '../layout/layout'
import type { Gradients, NodeGradient } from '../semantics/gradients'
import type { Box, Point } from '../shared/geometry'
import type { Look } from './look'
import { beforeCards } from './stack'
import { themes, type Theme } from './themes'

const beside = 6
const head = 7.5
const markRadius = 8

/**
 * Beside the route, backward. `source` is the box at which it ends; absent where it goes on into a container or through
 * a wall.
 */
export function drawGradient(route: Route, source: Pick<GraphNode, 'stacked'> | undefined, look: Look): Primitive[] {
  const stroke = themes[look.theme].gradient
  const hasHead = source !== undefined
  const way = offsetPolyline(route.points, beside)
  const points = source?.stacked ? beforeCards(way, 'start') : way
  const cut = shorten(hasHead ? shorten(points, head - 1.5, 'start') : points, 1)
  const parts = route.label ? breakPolyline(cut, grow(route.label, 1)) : [cut]
  const pen = { fill: 'none', stroke, strokeWidth: 1.6, dash: [4, 3] }
  // From the source on, so that the dashes of edges that share a beginning fall on each other.
  const lines = parts
    .filter((p) => p.length > 1)
    .map((p): Primitive => ({ kind: 'path', d: roundedPolyline(p), ...pen }))
  const tip = points[0]
  if (!hasHead || !tip) return lines
  const d = arrowhead(tip, endDirection(points.toReversed()), head)
  return [...lines, { kind: 'path', d, fill: stroke, stroke: 'none' }]
}

/** Nothing on what stands open, has no weights, or learns. */
export function markOf(node: GraphNode, gradients: Gradients): Exclude<NodeGradient, 'learns'> | undefined {
  if (node.inside || node.sign || node.state === undefined || node.state === 'absent') return undefined
  const found = gradients.nodes.get(node.path)
  return found === 'learns' ? undefined : found
}

/** At the upper left corner, half outside. */
export function drawMark(node: GraphNode, at: Box, gradients: Gradients, look: Look): Primitive[] {
  const kind = gradients.hasLoss ? markOf(node, gradients) : undefined
  return kind ? markAt({ x: at.x + 1, y: at.y + 1 }, kind, look) : []
}

/** A nabla in a disc: whole where the gradient passes, struck out where none comes. */
export function markAt({ x, y }: Point, kind: Exclude<NodeGradient, 'learns'>, look: Look): Primitive[] {
  const theme = themes[look.theme]
  const isCrossed = kind === 'crossed'
  const colour = isCrossed ? theme.gradient : unreachedColour(theme)
  const disc = {
    x: x - markRadius,
    y: y - markRadius,
    width: 2 * markRadius,
    height: 2 * markRadius,
    radius: markRadius,
  }
  const pen = { stroke: colour, strokeWidth: 1.4 }
  const nabla = `M${x - 4} ${y - 2.8}L${x + 4} ${y - 2.8}L${x} ${y + 4.2}Z`
  return [
    { kind: 'rect', ...disc, fill: theme.page, ...pen },
    isCrossed
      ? { kind: 'path', d: nabla, fill: colour, stroke: 'none' }
      : { kind: 'path', d: nabla, fill: 'none', ...pen, join: 'round' },
    ...(isCrossed
      ? []
      : [{ kind: 'path', d: `M${x - 5.6} ${y + 5.6}L${x + 5.6} ${y - 5.6}`, fill: 'none', ...pen } as const]),
  ]
}

function unreachedColour(theme: Theme): string {
  return theme.muted
}

/** Which of these the legend has to explain. */
export function marksIn(graph: Graph, gradients: Gradients): ReadonlySet<NodeGradient | 'edge'> {
  const found = new Set<NodeGradient | 'edge'>()
  if (!gradients.hasLoss) return found
  for (const edge of graph.edges) if (gradients.edges.has(edge.id)) found.add('edge')
  for (const node of graph.nodes) {
    const mark = markOf(node, gradients)
    if (mark) found.add(mark)
    if (node.inside) for (const each of marksIn(node.inside, gradients)) found.add(each)
  }
  return found
}
