// An edge as a path from node to node: it begins and ends at their anchors and turns square to them, so that it follows a
// node that the author moves a little.
import type { GraphEdge } from '../../graph/graph'
import type { Box, Point } from '../../shared/geometry'
import { pair, richTexText, units } from './words'

export interface EdgeEnd {
  readonly name: string
  readonly box: Box
}

interface Anchored {
  readonly text: string
  /** A side's middle; else a place on the side. */
  readonly isAnchor: boolean
}

export function edgeText(
  edge: GraphEdge,
  points: readonly Point[],
  from: EdgeEnd | undefined,
  to: EdgeEnd | undefined,
  hasHead: boolean,
): string {
  const start = anchored(points[0]!, from)
  const end = anchored(points.at(-1)!, to)
  const corners = points.slice(1, -1)
  const round = radius(points, hasHead)
  const bend = round < cornerRadius ? [`rounded corners=${units(round)}`] : []
  const style = ['edge', edge.hue, ...(hasHead ? ['arrow'] : []), ...bend].join(', ')
  const places = corners.map((corner, i) => {
    const isFirst = i === 0 && start.isAnchor
    const isLast = i === corners.length - 1 && end.isAnchor
    const level = (a: Point, b: Point) => a.y === b.y
    // The first corner is on a line with the start, the last with the end.
    const first = level(points[0]!, corner) ? `${start.text} -| ${pair(corner)}` : `${start.text} |- ${pair(corner)}`
    const last = level(points.at(-1)!, corner) ? `${pair(corner)} |- ${end.text}` : `${pair(corner)} -| ${end.text}`
    if (isFirst && isLast)
      return level(points[0]!, corner) ? `${start.text} -| ${end.text}` : `${start.text} |- ${end.text}`
    if (isFirst) return first
    return isLast ? last : pair(corner)
  })
  return `\\draw[${style}] ${[start.text, ...places, end.text].map((place) => `(${place})`).join(' -- ')};`
}

export const cornerRadius = 8
const head = 10

/** Two corners share an inner piece, and the head needs some of the last. */
function radius(points: readonly Point[], hasHead: boolean): number {
  const room = points.slice(1).map((p, i) => {
    const length = Math.hypot(p.x - points[i]!.x, p.y - points[i]!.y)
    const isLast = i === points.length - 2
    return isLast ? length - (hasHead ? head : 0) : i === 0 ? length : length / 2
  })
  return points.length < 3 ? cornerRadius : Math.max(0, Math.min(cornerRadius, ...room))
}

function anchored(point: Point, end: EdgeEnd | undefined): Anchored {
  if (!end) return { text: pair(point), isAnchor: false }
  const { x, y, width, height } = end.box
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5
  const [west, east] = [near(point.x, x), near(point.x, x + width)]
  const [north, south] = [near(point.y, y), near(point.y, y + height)]
  const middle = west || east ? near(point.y, y + height / 2) : near(point.x, x + width / 2)
  const side = west ? 'west' : east ? 'east' : north ? 'north' : south ? 'south' : undefined
  if (!side) return { text: pair(point), isAnchor: false }
  if (middle) return { text: `${end.name}.${side}`, isAnchor: true }
  const text = west || east ? `${end.name}.${side} |- ${pair(point)}` : `${pair(point)} |- ${end.name}.${side}`
  return { text, isAnchor: false }
}

export function chipText(edge: GraphEdge, at: Box): string {
  const centre = pair({ x: at.x + at.width / 2, y: at.y + at.height / 2 })
  const width = `minimum width=${units(at.width)}`
  return `\\node[${edge.hue}, chip, draw=${edge.hue}, ${width}] at (${centre}) {${richTexText(edge.label?.text ?? '')}};`
}
