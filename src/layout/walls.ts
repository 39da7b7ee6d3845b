// Finishes an open container: wide enough for its title, no line through the title, and for one that runs across what
// surrounds it, ports on the sides where the surroundings flow. Page pixels.
import type { Graph, GraphNode } from '../graph/graph'
import { box as measures } from '../graph/typography'
import type { Point } from '../shared/geometry'
import type { FlowDirection } from './layout'
import type { PlacedLevel } from './orient'
import { simplified } from './plane'
import { cardsReach, titleWidth } from './reserved'

const track = 14
/** Between a line and the title beside it. */
const besideTitle = 12

export function finished(
  graph: Graph,
  level: PlacedLevel,
  holder: GraphNode,
  own: FlowDirection,
  around: FlowDirection,
): PlacedLevel {
  const turned = own === 'down' && around === 'right' ? cornered(graph, level) : level
  return clearOfTitle(graph, clearOfCards(graph, turned), holder)
}

/** The cards of a stack reach up towards the title: what stands right under it moves down by as much. */
function clearOfCards(graph: Graph, level: PlacedLevel): PlacedLevel {
  const tops = graph.nodes.flatMap(({ id, stacked }) => (stacked ? [level.nodes.get(id)!.y - cardsReach] : []))
  const by = measures.header - Math.min(...tops)
  return by > 0.01 ? shifted(graph, level, { x: 0, y: by }, level.width, level.height + by) : level
}

/** Moves what is inside, and the walls with it: lines that end on a wall go on to it. */
function shifted(graph: Graph, level: PlacedLevel, by: Point, width: number, height: number): PlacedLevel {
  const onWall = ({ x, y }: Point): Point => ({
    x: x <= 0.01 ? 0 : x >= level.width - 0.01 ? width : x + by.x,
    y: y <= 0.01 ? 0 : y >= level.height - 0.01 ? height : y + by.y,
  })
  const move = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x + by.x, y: thing.y + by.y })
  return {
    width,
    height,
    nodes: new Map([...level.nodes].map(([id, at]) => [id, move(at)])),
    routes: new Map(
      [...level.routes].map(([id, { points, label }]) => {
        const edge = graph.edges[Number(id)]!
        const moved = points.map(move)
        if (edge.from.node === undefined) moved[0] = onWall(points[0]!)
        if (edge.to.node === undefined) moved[moved.length - 1] = onWall(points.at(-1)!)
        return [id, { points: simplified(moved), ...(label ? { label: move(label) } : {}) }]
      }),
    ),
    walls: new Map([...level.walls].map(([id, point]) => [id, onWall(point)])),
  }
}

function clearOfTitle(graph: Graph, level: PlacedLevel, holder: GraphNode): PlacedLevel {
  const throughHeader = [...level.routes.values()].flatMap(({ points }) =>
    points.slice(1).flatMap((point, index) => {
      const before = points[index]!
      return before.x === point.x && Math.min(before.y, point.y) < measures.header - 1 ? [point.x] : []
    }),
  )
  if (throughHeader.length === 0) {
    const width = Math.max(level.width, holder.size.width)
    return width === level.width
      ? level
      : shifted(graph, level, { x: (width - level.width) / 2, y: 0 }, width, level.height)
  }
  const badge = holder.size.width - titleWidth(holder)
  const right = Math.max(0, titleWidth(holder) + besideTitle - Math.min(...throughHeader))
  const last = Math.max(...throughHeader) + right
  const width = Math.max(level.width + right, holder.size.width, last + besideTitle + badge)
  return shifted(graph, level, { x: right, y: 0 }, width, level.height)
}

/** From a container that runs down: what enters at the top now comes from the left, what leaves goes to the right. */
function cornered(graph: Graph, level: PlacedLevel): PlacedLevel {
  const top = [...level.walls].filter(([, { y }]) => y <= 0.01).sort((a, b) => a[1].x - b[1].x)
  const bottom = [...level.walls].filter(([, { y }]) => y >= level.height - 0.01).sort((a, b) => a[1].x - b[1].x)
  const head = top.length === 0 ? 0 : top.length * track
  const height = level.height + head
  const grown = shifted(graph, level, { x: 0, y: head }, level.width, height)
  const foot = bottom.length === 0 ? 0 : bottom.length * track
  const places = new Map<string, Point>()
  top.forEach(([id], index) => places.set(id, { x: 0, y: measures.header + head - (index + 0.5) * track }))
  bottom.forEach(([id], index) => places.set(id, { x: level.width, y: height - measures.inset + foot - index * track }))
  const routes = new Map(
    [...grown.routes].map(([id, route]) => {
      const edge = graph.edges[Number(id)]!
      const points = [...route.points]
      const first = edge.from.node === undefined ? places.get(`in:${edge.from.port}`) : undefined
      if (first) points.splice(0, 1, first, { x: points[0]!.x, y: first.y })
      const last = edge.to.node === undefined ? places.get(`out:${edge.to.port}`) : undefined
      if (last) points.splice(-1, 1, { x: points.at(-1)!.x, y: last.y }, last)
      return [id, { ...route, points: simplified(points) }] as const
    }),
  )
  return { ...grown, height: height + foot, routes: new Map(routes), walls: new Map([...grown.walls, ...places]) }
}
