// Moves the far walls of a level out, and the lines that end on them with them. In the frame of the flow.
import type { Point, Size } from '../../shared/geometry'
import type { Flow, FlowEdge, Placed, PlacedRoute } from '../flow'

export function widened(placed: Placed, flow: Flow, { width, height }: Size): Placed {
  if (width === placed.width && height === placed.height) return placed
  const onto = ({ x, y }: Point): Point => ({
    x: x >= placed.width - 0.01 ? width : x,
    y: y >= placed.height - 0.01 ? height : y,
  })
  const routes = new Map(placed.routes)
  for (const { id, from, to } of flow.edges) {
    const route = routes.get(id)
    if (!route) continue
    const points: Point[] = [...route.points]
    if (from.node === undefined) points[0] = onto(points[0]!)
    if (to.node === undefined) points[points.length - 1] = onto(points.at(-1)!)
    routes.set(id, { ...route, points } satisfies PlacedRoute)
  }
  const walls = new Map([...placed.walls].map(([id, at]) => [id, onto(at)]))
  return { ...placed, width, height, routes, walls }
}

/** Lines to the walls go on with them when these move out. */
export function onward(route: PlacedRoute, { from, to }: FlowEdge, { width }: Size): PlacedRoute {
  const far = ({ x, y }: Point): Point => {
    if (x < 0.5 || x > width - 0.5) return { x: x < 0.5 ? -beyondAll : beyondAll, y }
    return { x, y: y < 0.5 ? -beyondAll : beyondAll }
  }
  const points: Point[] = [...route.points]
  if (from.node === undefined) points[0] = far(points[0]!)
  if (to.node === undefined) points[points.length - 1] = far(points.at(-1)!)
  return { ...route, points }
}

const beyondAll = 1e6
