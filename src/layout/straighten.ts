// Moves what ELK has placed across the flow, and only that way: the main line becomes straight, towers stand symmetric
// about what joins them. Who lies above whom stays as it was, so no line comes to cross a node.
import { keepApart } from './apart'
import type { Point } from '../shared/geometry'
import type { Reference } from './differences'
import { Differences } from './differences'
import type { FlowEdge, FlowEnd, Placed, PlacedRoute } from './flow'
import { cut, type Pieces, type Task } from './pieces'
import { simplified } from './plane'
import { recentred } from './portPlaces'
import { sideBoxOf } from './satellites'
import { addSprings, tieMainLines, tieSmallSteps } from './wishes'

/** `undefined` where the rules contradict each other. */
export function straightened(task: Task): Placed | undefined {
  return attempt(task, true) ?? attempt(task, false)
}

function attempt(task: Task, recentre: boolean): Placed | undefined {
  const { flow, placed, ranks, spacing } = task
  const model = new Differences()
  const indices = new Map<string, number>()
  const ported = recentre ? recentred(flow, placed, ranks) : new Map<string, number>()
  for (const node of flow.nodes) indices.set(node.id, model.add(placed.nodes.get(node.id)!.y))
  for (const port of flow.walls) {
    if (port.side === 'start' || port.side === 'end')
      indices.set(`wall ${port.id}`, model.add(placed.walls.get(port.id)!.y))
  }
  const endOf = (end: FlowEnd, point: Point): Reference | undefined => {
    if (end.node === undefined) {
      const index = indices.get(`wall ${end.port}`)
      return index === undefined ? undefined : { index, offset: 0 }
    }
    const offset = ported.get(`${end.node}\n${end.port}`) ?? point.y - placed.nodes.get(end.node)!.y
    return { index: indices.get(end.node)!, offset }
  }

  const { routes, ties } = cut(flow, placed, model, indices, endOf)
  keepApart(model, task, indices, routes)
  for (const [a, b] of ties) if (!model.tie(a, b)) return undefined

  const least = model.leastExtent()
  if (least === undefined) return undefined
  tieMainLines(model, flow, routes, ranks, indices, least * 1.25 + 60)
  addSprings(model, flow, routes, ranks, spacing)
  const first = model.settle()
  if (!first) return undefined
  const positions = tieSmallSteps(model, routes, first, least * 1.25 + 60) ? model.settle() : first
  return positions && rebuild(task, indices, routes, positions)
}

function rebuild(
  { flow, satellites, placed, padding }: Task,
  indices: ReadonlyMap<string, number>,
  routes: readonly Pieces[],
  positions: readonly number[],
): Placed {
  const at = ({ index, offset }: Reference) => positions[index]! + offset
  const ys: number[] = []
  for (const node of flow.nodes) {
    const y = positions[indices.get(node.id)!]!
    ys.push(y, y + node.height)
  }
  for (const satellite of satellites) {
    const at = sideBoxOf(satellite, { ...placed.nodes.get(satellite.at)!, y: positions[indices.get(satellite.at)!]! })
    ys.push(at.y, at.y + at.height)
  }
  for (const { levels, label } of routes) {
    for (const { reference } of levels) ys.push(at(reference))
    if (label)
      ys.push(
        at(levels[label.level]!.reference) - label.box.height / 2,
        at(levels[label.level]!.reference) + label.box.height / 2,
      )
  }
  const shift = padding.low - Math.min(...ys)
  const height = Math.max(...ys) + shift + padding.high
  const round = (y: number) => Math.round((y + shift) * 100) / 100
  const wallY = (port: string) => (flow.walls.find(({ id }) => id === port)!.side === 'low' ? 0 : height)

  // Rather than step a little, a line may enter a closed box a little off the place of its port.
  const offsets = new Map<string, number>()
  for (const { edge, levels, end } of routes) {
    if (!end && edge.to.node !== undefined)
      offsets.set(`${edge.to.node}\n${edge.to.port}`, levels.at(-1)!.reference.offset)
  }
  const canSlide = (edge: FlowEdge, step: number) => {
    const node = flow.nodes.find(({ id }) => id === edge.to.node)
    if (!node || node.fixed || node.sign || step === 0 || Math.abs(step) > 14) return false
    const own = `${node.id}\n${edge.to.port}`
    const place = offsets.get(own)! + step
    const others = [...offsets].filter(([key]) => key !== own && key.startsWith(`${node.id}\n`))
    const isFree = others.every(
      ([, other]) => Math.abs(other - place) >= 9 && other < offsets.get(own)! === other < place,
    )
    const isAlone = flow.edges.filter(({ to }) => to.node === node.id && to.port === edge.to.port).length === 1
    if (!isFree || !isAlone || place < 8 || place > node.height - 8) return false
    offsets.set(own, place)
    return true
  }
  const newRoutes = routes.map(({ edge, levels, start, end, label }): [string, PlacedRoute] => {
    const points: Point[] = []
    if (start) points.push({ x: start.x, y: start.reference ? round(at(start.reference)) : wallY(edge.from.port) })
    const heights = levels.map(({ reference }) => round(at(reference)))
    if (!end && levels.length > 1 && canSlide(edge, heights.at(-2)! - heights.at(-1)!))
      heights[heights.length - 1] = heights.at(-2)!
    levels.forEach(({ from, to }, index) => points.push({ x: from, y: heights[index]! }, { x: to, y: heights[index]! }))
    if (end) points.push({ x: end.x, y: end.reference ? round(at(end.reference)) : wallY(edge.to.port) })
    const labelY = label && round(at(levels[label.level]!.reference)) - label.box.height / 2
    return [edge.id, { points: simplified(points), ...(label ? { label: { ...label.box, y: labelY! } } : {}) }]
  })
  return {
    width: placed.width,
    height,
    nodes: new Map(
      flow.nodes.map((node) => [
        node.id,
        { ...placed.nodes.get(node.id)!, y: round(positions[indices.get(node.id)!]!) },
      ]),
    ),
    routes: new Map(newRoutes),
    walls: new Map(
      flow.walls.map(({ id, side }) => {
        const index = indices.get(`wall ${id}`)
        const y = index === undefined ? (side === 'low' ? 0 : height) : round(positions[index]!)
        return [id, { x: placed.walls.get(id)!.x, y }]
      }),
    ),
  }
}
