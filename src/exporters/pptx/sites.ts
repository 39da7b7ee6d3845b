// Where connectors are glued. A closed node has four sites: top, left, bottom and right, in PowerPoint's order, each where
// the edges of that side touch it. An open container has a tiny invisible shape for each of its ports, because lines
// meet there from both sides and have to stay apart.
//
// Why not one site for each edge: LibreOffice up to 7.4 knows no site but the four, and an end at any other stays behind
// when the shape is moved.
import type { Graph, GraphEdge } from '../../graph/graph'
import type { Layout } from '../../layout/layout'
import type { Box, Point } from '../../shared/geometry'
import { end, middle, part, start, type Site } from './geometry'

/** The shape of one node, as far as edges need to know it. */
export interface Anchor {
  readonly id: number
  readonly box: Box
  readonly isOpen: boolean
  /** Where edges touch it, each place once; the ids are of the port shapes of an open one. */
  readonly touched: Touch[]
}

export interface Touch {
  readonly id: number
  readonly point: Point
}

/** By path. */
export type Anchors = ReadonlyMap<string, Anchor>

/** What a connector's end names. */
export interface Glue {
  readonly id: number
  readonly site: number
}

export function anchorsOf(graph: Graph, layout: Layout, isDrawn: (path: string) => boolean, nextId: () => number) {
  const anchors = new Map<string, Anchor>()
  const touch = (path: string | undefined, point: Point) => {
    const anchor = anchors.get(path ?? '')
    if (!anchor || anchor.touched.some((each) => near(each.point, point))) return
    anchor.touched.push({ id: anchor.isOpen ? nextId() : anchor.id, point })
  }
  const visit = (level: Graph, wall: string | undefined) => {
    for (const node of level.nodes) {
      const box = layout.nodes.get(node.path)
      if (!box || !isDrawn(node.path)) continue
      anchors.set(node.path, { id: nextId(), box, isOpen: node.inside !== undefined, touched: [] })
    }
    for (const edge of level.edges) {
      const points = layout.edges.get(edge.id)?.points
      if (!points) continue
      const { from, to } = endsOf(level, edge, wall)
      touch(from, points[0]!)
      touch(to, points.at(-1)!)
    }
    for (const node of level.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(graph, undefined)
  return anchors
}

/** The paths of the nodes at which an edge begins and ends; `wall` is the container that the graph is in. */
export function endsOf({ nodes }: Graph, { from, to }: GraphEdge, wall: string | undefined) {
  const pathOf = (id: string | undefined) => (id === undefined ? wall : nodes.find((node) => node.id === id)?.path)
  return { from: pathOf(from.node), to: pathOf(to.node) }
}

const near = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 0.5

/** Top, left, bottom, right. */
const angles = [270, 180, 90, 0] as const

/**
 * What the first or last point of a route is glued to; `next` is the point of the route after or before it. `around`: the
 * route winds about the container, so whoever routes it anew must know the container and not only its port.
 */
export function glueAt(anchor: Anchor, point: Point, next: Point, around: boolean): Glue {
  const port = anchor.touched.find((each) => near(each.point, point))
  if (!anchor.isOpen || around || !port) return { id: anchor.id, site: siteIndex(angleAt(anchor.box, point)) }
  return { id: port.id, site: siteIndex(directionOf(point, next)) }
}

function siteIndex(angle: number): number {
  return angles.findIndex((each) => each === angle)
}

/** Degrees clockwise from right. */
function directionOf(from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180
  return dy >= 0 ? 90 : 270
}

/** Of a node's own shape. */
export function sitesOf({ box, touched }: Anchor): Site[] {
  return angles.map((angle) => {
    const points = touched.map((each) => each.point).filter((point) => angleAt(box, point) === angle)
    return siteOn(box, angle, points.length === 1 ? points[0] : undefined)
  })
}

/** Kept at its share of the side when the shape is made larger. */
function siteOn({ x, y, width, height }: Box, angle: number, point: Point | undefined): Site {
  const share = (at: number, from: number, length: number) =>
    Math.abs(at - from - length / 2) < 0.5 ? middle() : part((at - from) / length)
  const across = point ? share(point.x, x, width) : middle()
  const down = point ? share(point.y, y, height) : middle()
  if (angle === 0) return { x: end(), y: down, angle }
  if (angle === 180) return { x: start(), y: down, angle }
  return { x: across, y: angle === 90 ? end() : start(), angle }
}

/** The side that a point lies on. */
function angleAt({ x, y, width, height }: Box, point: Point): number {
  const distances = [x + width - point.x, y + height - point.y, point.x - x, point.y - y].map(Math.abs)
  return distances.indexOf(Math.min(...distances)) * 90
}
