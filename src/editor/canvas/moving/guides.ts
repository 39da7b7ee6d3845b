// What is painted while nodes move: lines to what they are in line with, equal gaps, and copies under way.
import type { GraphNode } from '../../../graph/graph'
import { box as metric } from '../../../graph/typography'
import type { Box, Point } from '../../../shared/geometry'
import type { Colours } from '../painting/colours'
import type { Guide } from './snapping'

/** `px`: one pixel of the screen in the picture. */
export function paintGuide(ctx: CanvasRenderingContext2D, { kind, from, to }: Guide, colours: Colours, px: number) {
  ctx.strokeStyle = colours.refuse
  ctx.lineWidth = px
  ctx.beginPath()
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  const over = kind === 'line' ? 8 * px : 0
  ctx.moveTo(from.x - dx * over, from.y - dy * over)
  ctx.lineTo(to.x + dx * over, to.y + dy * over)
  if (kind === 'gap')
    for (const { x, y } of [from, to]) {
      ctx.moveTo(x - dy * 4 * px, y - dx * 4 * px)
      ctx.lineTo(x + dy * 4 * px, y + dx * 4 * px)
    }
  ctx.stroke()
}

/** Where a copy will stand. */
export function ghost(
  ctx: CanvasRenderingContext2D,
  node: GraphNode,
  at: Box,
  by: Point,
  colours: Colours,
  px: number,
) {
  const radius = node.sign ? at.width / 2 : node.inside ? metric.containerRadius : metric.radius
  ctx.beginPath()
  ctx.roundRect(at.x + by.x, at.y + by.y, at.width, at.height, radius)
  ctx.fillStyle = colours.accent
  ctx.globalAlpha = 0.12
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.strokeStyle = colours.accent
  ctx.lineWidth = 1.5 * px
  ctx.setLineDash([4 * px, 3 * px])
  ctx.stroke()
  ctx.setLineDash([])
}

/** A dot at every step, as long as they can be told apart. */
export function paintGrid(ctx: CanvasRenderingContext2D, view: Box, step: number, colours: Colours, px: number) {
  // Far away only every so many dots.
  let every = step
  while (every / px < 12) every *= 2
  const size = 1.2 * px
  ctx.fillStyle = colours.hairline
  const [left, top] = [Math.floor(view.x / every) * every, Math.floor(view.y / every) * every]
  for (let x = left; x < view.x + view.width; x += every)
    for (let y = top; y < view.y + view.height; y += every) ctx.fillRect(x - size / 2, y - size / 2, size, size)
}
