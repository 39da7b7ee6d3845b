// What the editor paints over the picture: rings of selection, chevrons, pins, and which nodes could take an edge. Widths
// are in pixels of the screen, whatever the zoom. Nothing of it is ever exported.
import { chevron, lock, pin } from '../../../drawing/icons'
import { roundedPolyline } from '../../../drawing/polyline'
import { paint } from '../../../drawing/canvas'
import type { Graph, GraphNode } from '../../../graph/graph'
import { box as metric } from '../../../graph/typography'
import { everyNode } from '../../../graph/walk'
import type { Layout } from '../../../layout/layout'
import type { Box, Point } from '../../../shared/geometry'
import type { Spotlight } from '../../ways/spotlight'
import type { Drag, Splice } from '../../state'
import { ghost, paintGuide } from '../moving/guides'
import type { Colours } from './colours'
import { isEdge } from '../../selected'

export interface Overlay {
  readonly selected: ReadonlySet<string>
  readonly hovered?: string
  /** Instances of what is selected: where else an edit will be seen. */
  readonly mates: ReadonlySet<string>
  /** While an edge is drawn: the nodes that could take it, and where it comes from. All else steps back. */
  readonly takers?: ReadonlySet<string>
  readonly splice?: Splice
  readonly spotlight?: Spotlight
  readonly drag?: Drag
}

export function paintOverlay(
  ctx: CanvasRenderingContext2D,
  graph: Graph,
  layout: Layout,
  overlay: Overlay,
  colours: Colours,
  zoom: number,
  /** From which zoom on each chevron is shown. */
  folds: ReadonlyMap<string, number>,
) {
  if (overlay.takers) veil(ctx, layout, overlay.takers, colours)
  const px = 1 / zoom
  if (overlay.spotlight) lightUp(ctx, layout, overlay.spotlight, colours, px)
  for (const [id, emphasis, colour] of edgesToMark(overlay, colours)) {
    const route = layout.edges.get(id)
    if (!route) continue
    ctx.strokeStyle = colour
    ctx.globalAlpha = emphasis
    ctx.lineWidth = Math.max(5, 5 * px)
    ctx.lineJoin = 'round'
    ctx.stroke(new Path2D(roundedPolyline(route.points)))
    ctx.globalAlpha = 1
  }
  for (const node of everyNode(graph)) {
    const at = layout.nodes.get(node.path)
    if (!at) continue
    if (overlay.spotlight?.upstream.nodes.has(node.path)) ring(ctx, node, at, colours.accent, 1.5 * px, px)
    if (overlay.spotlight?.downstream.nodes.has(node.path))
      ring(ctx, node, at, colours.onward, 1.5 * px, px, [6 * px, 3 * px])
    if (overlay.mates.has(node.path)) ring(ctx, node, at, colours.accent, 1 * px, px, [4 * px, 3 * px])
    if (overlay.hovered === node.path && !overlay.selected.has(node.path))
      ring(ctx, node, at, colours.accent, 1 * px, px)
    if (overlay.selected.has(node.path)) ring(ctx, node, at, colours.accent, 2 * px, px)
    if (node.foldable && zoom >= (folds.get(node.path) ?? 0))
      foldMark(ctx, node, at, colours, overlay.hovered === node.path, zoom)
    if (overlay.drag?.copies && overlay.drag.paths.has(node.path)) ghost(ctx, node, at, overlay.drag.by, colours, px)
    if (node.pin) paint(ctx, (node.pin.locked ? lock : pin)(at.x - 7, at.y - 9, 14, colours.accent))
  }
  for (const guide of overlay.drag?.guides ?? []) paintGuide(ctx, guide, colours, px)
}

function edgesToMark({ selected, hovered, splice }: Overlay, { accent, refuse }: Colours): [string, number, string][] {
  const marks = [...selected].filter(isEdge).map((id): [string, number, string] => [id, 0.45, accent])
  if (hovered !== undefined && isEdge(hovered) && !selected.has(hovered)) marks.push([hovered, 0.22, accent])
  if (splice) marks.push([splice.edge, splice.waits ? 0.22 : 0.7, splice.refuses ? refuse : accent])
  return marks
}

/** Beneath the rings: the ways there and onward, as broad soft lines. */
function lightUp(ctx: CanvasRenderingContext2D, layout: Layout, light: Spotlight, colours: Colours, px: number) {
  const ways = [
    [light.upstream.edges, colours.accent],
    [light.downstream.edges, colours.onward],
  ] as const
  ctx.lineWidth = Math.max(4, 4 * px)
  ctx.lineJoin = 'round'
  ctx.globalAlpha = 0.3
  for (const [edges, colour] of ways) {
    ctx.strokeStyle = colour
    for (const id of edges) {
      const route = layout.edges.get(id)
      if (route) ctx.stroke(new Path2D(roundedPolyline(route.points)))
    }
  }
  ctx.globalAlpha = 1
}

function ring(
  ctx: CanvasRenderingContext2D,
  node: GraphNode,
  at: Box,
  colour: string,
  width: number,
  px: number,
  dash: number[] = [],
) {
  const gap = 3 * px
  const radius = node.sign ? at.width / 2 : node.inside ? metric.containerRadius : metric.radius
  ctx.beginPath()
  ctx.roundRect(at.x - gap, at.y - gap, at.width + 2 * gap, at.height + 2 * gap, radius + gap)
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.setLineDash(dash)
  ctx.stroke()
  ctx.setLineDash([])
}

const foldMarkSize = 18

/** Off the wall, in pixels of the screen: that leaves the node and its ports to the hand. The style sheet knows it too. */
const foldMarkLift = 4

/** Below this zoom there is no room for chevrons and ports: a double click and the keys still fold. */
export const foldMarkZoom = 0.28

/** In pixels of the picture: on the screen it does not get too small to be seen. */
function markSize(zoom: number): number {
  return Math.max(foldMarkSize, 12 / zoom)
}

/** Where the chevron of a foldable node is: on its upper wall, near the right corner, where nothing is written. */
export function foldMarkAt(at: Box, zoom: number): Point {
  return { x: at.x + at.width - foldMarkSize / 2 - 10, y: at.y - foldMarkLift * Math.max(1, 1 / zoom) }
}

function foldMark(
  ctx: CanvasRenderingContext2D,
  node: GraphNode,
  at: Box,
  colours: Colours,
  isHovered: boolean,
  zoom: number,
) {
  const width = markSize(zoom)
  const middle = foldMarkAt(at, zoom)
  const [x, y] = [middle.x - width / 2, middle.y - width / 2]
  ctx.beginPath()
  ctx.arc(x + width / 2, y + width / 2, width / 2, 0, 2 * Math.PI)
  ctx.fillStyle = colours.page
  ctx.fill()
  ctx.strokeStyle = isHovered ? colours.accent : colours.hairline
  ctx.lineWidth = 1
  ctx.stroke()
  paint(
    ctx,
    chevron(
      node.inside ? 'up' : 'down',
      x + width / 6,
      y + width / 6,
      (2 * width) / 3,
      isHovered ? colours.accent : colours.ink,
    ),
  )
}

/** Covers everything but the nodes that could take the edge. */
function veil(ctx: CanvasRenderingContext2D, layout: Layout, takers: ReadonlySet<string>, colours: Colours) {
  ctx.beginPath()
  ctx.rect(-1e5, -1e5, 2e5, 2e5)
  for (const path of takers) {
    const at = layout.nodes.get(path)
    if (at) ctx.roundRect(at.x - 4, at.y - 4, at.width + 8, at.height + 8, metric.radius + 2)
  }
  ctx.fillStyle = colours.page
  ctx.globalAlpha = 0.72
  ctx.fill('evenodd')
  ctx.globalAlpha = 1
}
