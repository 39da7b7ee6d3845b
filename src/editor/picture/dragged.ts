// The layout while a hand moves nodes: boxes follow, routes inside follow, routes at them stretch. Not the final layout.
import type { Graph } from '../../graph/graph'
import { annotationId } from '../../layout/annotations'
import type { Layout, Route } from '../../layout/layout'
import type { Box, Point } from '../../shared/geometry'
import { levelOf } from '../../shared/edgeId'
import { moved, shiftRoute } from './between'
import { isWithin, parentOf, pathIn } from '../../shared/path'

/** Moves the nodes of the paths, with everything inside them. */
export function dragged(graph: Graph, layout: Layout, paths: ReadonlySet<string>, by: Point): Layout {
  const nodes = new Map<string, Box>()
  for (const [path, box] of layout.nodes) nodes.set(path, isWithinAny(path, paths) ? moved(box, by) : box)
  const edges = new Map<string, Route>()
  const visit = (level: Graph, parent: string) => {
    const carried = isWithinAny(parent, paths)
    for (const edge of level.edges) {
      const route = layout.edges.get(edge.id)
      if (!route) continue
      const follows = (node: string | undefined) => carried || (node !== undefined && paths.has(pathIn(parent, node)))
      const [start, end] = [follows(edge.from.node), follows(edge.to.node)]
      if (start && end) edges.set(edge.id, shiftRoute(route, by))
      else edges.set(edge.id, start || end ? stretched(route, start ? by : none, end ? by : none) : route)
    }
    for (const node of level.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(graph, '')
  return { ...layout, nodes, edges }
}

const none: Point = { x: 0, y: 0 }

function isWithinAny(path: string, paths: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = parentOf(at)) if (paths.has(at)) return true
  return false
}

/** Moves the ends; the first and last legs keep their direction, the way between them is drawn anew. */
function stretched({ points }: Route, byStart: Point, byEnd: Point): Route {
  const [first, second] = [points[0]!, points[1]!]
  const [last, beforeLast] = [points.at(-1)!, points.at(-2)!]
  const start = moved(first, byStart)
  const end = moved(last, byEnd)
  const leavesFlat = first.y === second.y
  const arrivesFlat = last.y === beforeLast.y
  if (leavesFlat && arrivesFlat) {
    const x = (start.x + end.x) / 2
    return { points: [start, { x, y: start.y }, { x, y: end.y }, end] }
  }
  if (!leavesFlat && !arrivesFlat) {
    const y = (start.y + end.y) / 2
    return { points: [start, { x: start.x, y }, { x: end.x, y }, end] }
  }
  return { points: [start, leavesFlat ? { x: end.x, y: start.y } : { x: start.x, y: end.y }, end] }
}

/** The same with one text where a hand has it. */
export function withMovedText(graph: Graph, drag: { readonly id: string; readonly by: Point } | undefined): Graph {
  if (!drag) return graph
  const { by } = drag
  const moved = (level: Graph, path: string): Graph => {
    const texts = level.texts?.map((text) =>
      annotationId(path, 'text', text.id) === drag.id
        ? { ...text, at: { x: text.at.x + by.x, y: text.at.y + by.y } }
        : text,
    )
    const nodes = level.nodes.map((node) => {
      const isOnTheWay = node.inside && isWithin(levelOf(drag.id), node.path)
      return isOnTheWay ? { ...node, inside: moved(node.inside!, node.path) } : node
    })
    return { ...level, nodes, ...(texts && { texts }) }
  }
  return moved(graph, '')
}
