// Breaks a level that is too long into rows, as text breaks into lines: a row's open lines leave at its end, run back
// between the rows, and enter the next at its start.
import type { Engine } from './elk'
import type { Flow, FlowEdge, FlowNode, FlowPort, Placed, PlacedRoute } from './flow'
import { netOf } from './flow'
import type { LevelStyle, Tried } from './level'
import { layOutRow } from './level'
import type { Box, Point } from '../shared/geometry'
import { simplified } from './plane'
import { ranksOf } from './spine'
import { clearance, pitchOf, track, type Breaks } from './breaks'

interface Span {
  readonly edge: FlowEdge
  readonly net: string
  readonly first: number
  readonly last: number
}

interface Row {
  readonly flow: Flow
  /** Nets that leave at its end, whole edges by their net. */
  readonly leaving: readonly string[]
  readonly entering: readonly string[]
}

const cutPort = (net: string) => `cut ${net}`

export async function layOutRows(
  engine: Engine,
  flow: Flow,
  style: LevelStyle,
  breaks: Breaks,
): Promise<Omit<Tried, 'candidate'>> {
  const { labels, rows, spans } = split(flow, breaks)
  const inner = { ...style, padding: { ...style.padding, low: 0, high: 0 } }
  const tried: Tried[] = []
  const ranks = ranksOf(flow)
  const walls = new Map(
    spans.flatMap(({ edge, net }) => [
      [`${cutPort(net)} in`, edge.from.node === undefined ? 0 : ranks.before.get(edge.from.node)! + 1] as const,
      [`${cutPort(net)} out`, edge.to.node === undefined ? 0 : ranks.after.get(edge.to.node)! + 1] as const,
    ]),
  )
  for (const row of rows) tried.push(await layOutRow(engine, row.flow, inner, { ranks: { ...ranks, walls } }))
  return {
    placed: stack(
      flow,
      style,
      rows,
      tried.map(({ placed }) => placed),
      labels,
      spans,
    ),
    cost: tried.reduce((sum, { cost }) => sum + cost, 0),
  }
}

function split(flow: Flow, { rowOf, count }: Breaks) {
  const fromRow = (edge: FlowEdge) =>
    edge.from.node === undefined ? sideRow(flow, edge.from.port, count) : rowOf.get(edge.from.node)!
  const toRow = (edge: FlowEdge) =>
    edge.to.node === undefined ? sideRowOut(flow, edge, count) : rowOf.get(edge.to.node)!
  const spans = flow.edges.map((edge): Span => {
    const isSide = edge.from.node === undefined && flow.walls.find(({ id }) => id === edge.from.port)!.side !== 'start'
    return { edge, net: netOf(edge), first: isSide ? toRow(edge) : fromRow(edge), last: toRow(edge) }
  })
  const crossing = new Map<string, number>()
  for (const { net, first, last } of spans) if (last > first) crossing.set(net, (crossing.get(net) ?? 0) + 1)
  // A label of a line that is alone goes onto the long piece between the rows.
  const labels = new Map<string, FlowEdge>()
  for (const { edge, net, first, last } of spans) {
    if (edge.label && last > first && crossing.get(net) === 1) labels.set(net, edge)
  }
  const rows = Array.from({ length: count }, (_, row): Row => {
    const edges: FlowEdge[] = []
    const entering = new Set<string>()
    const leaving = new Set<string>()
    for (const { edge, net, first, last } of spans) {
      if (row < first || row > last) continue
      const from = row === first ? edge.from : { port: `${cutPort(net)} in` }
      if (row > first) entering.add(net)
      if (row === last) {
        const { label, ...bare } = edge
        edges.push({ ...bare, from, ...(label && labels.get(net) !== edge ? { label } : {}) })
        continue
      }
      if (!leaving.has(net)) edges.push({ id: `${row} ${net}`, from, to: { port: `${cutPort(net)} out` } })
      leaving.add(net)
    }
    const used = new Set(
      edges.flatMap(({ from, to }) => [from.node === undefined ? from.port : '', to.node === undefined ? to.port : '']),
    )
    const walls: FlowPort[] = [
      ...flow.walls.filter(({ id }) => used.has(id)),
      ...[...entering].map((net): FlowPort => ({ id: `${cutPort(net)} in`, side: 'start' })),
      ...[...leaving].map((net): FlowPort => ({ id: `${cutPort(net)} out`, side: 'end' })),
    ]
    const nodes = flow.nodes.filter(({ id }): boolean => rowOf.get(id) === row).map((node): FlowNode => node)
    return { flow: { nodes, edges, walls }, entering: [...entering], leaving: [...leaving] }
  })
  return { rows, labels, spans }
}

function sideRow(flow: Flow, port: string, count: number): number {
  return flow.walls.find(({ id }) => id === port)!.side === 'high' ? count - 1 : 0
}

function sideRowOut(flow: Flow, edge: FlowEdge, count: number): number {
  return flow.walls.find(({ id }) => id === edge.to.port)!.side === 'low' ? 0 : count - 1
}

/** One row under the other, and the lines between them nested so that they do not cross. */
function stack(
  flow: Flow,
  { padding }: LevelStyle,
  rows: readonly Row[],
  placed: readonly Placed[],
  labels: ReadonlyMap<string, FlowEdge>,
  spans: readonly Span[],
): Placed {
  const most = Math.max(...rows.map(({ leaving }) => leaving.length))
  const margin = (most + 1) * track
  const width = Math.max(...placed.map((row) => row.width)) + 2 * margin
  const nodes = new Map<string, Box>()
  const walls = new Map<string, Point>()
  const parts = new Map<string, PlacedRoute>()
  const links = new Map<string, Point[]>()
  const linkLabels = new Map<string, Box>()
  let top = padding.low
  const tops = placed.map((row, index) => {
    const at = top
    const count = rows[index]!.leaving.length
    const labelHeight = Math.max(0, ...rows[index]!.leaving.map((net) => labels.get(net)?.label?.height ?? 0))
    top +=
      row.height +
      (index + 1 < rows.length ? 2 * clearance + Math.max(0, count - 1) * pitchOf(labelHeight) + labelHeight : 0)
    return at
  })
  const height = top + padding.high

  placed.forEach((row, index) => {
    const y = tops[index]!
    const move = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x + margin, y: thing.y + y })
    for (const [id, at] of row.nodes) nodes.set(id, move(at))
    for (const [id, route] of row.routes) {
      parts.set(`${index} ${id}`, {
        points: route.points.map(move),
        ...(route.label ? { label: move(route.label) } : {}),
      })
    }
    for (const [id, at] of row.walls) if (!id.startsWith('cut ')) walls.set(id, move(at))
    const next = placed[index + 1]
    if (!next) return
    const { leaving } = rows[index]!
    const ends = leaving
      .map((net) => ({
        net,
        from: { x: margin + row.width, y: y + row.walls.get(`${cutPort(net)} out`)!.y },
        to: { x: margin, y: tops[index + 1]! + next.walls.get(`${cutPort(net)} in`)!.y },
      }))
      .sort((a, b) => b.from.y - a.from.y)
    const entryOrder = [...ends].sort((a, b) => b.to.y - a.to.y)
    const labelHeight = Math.max(0, ...leaving.map((net) => labels.get(net)?.label?.height ?? 0))
    ends.forEach(({ net, from, to }, place) => {
      const right = from.x + (place + 1) * track
      const left = to.x - (ends.length - entryOrder.findIndex((each) => each.net === net)) * track
      const level = y + row.height + clearance + labelHeight / 2 + place * pitchOf(labelHeight)
      const points = [
        from,
        { x: right, y: from.y },
        { x: right, y: level },
        { x: left, y: level },
        { x: left, y: to.y },
        to,
      ]
      links.set(`${index} ${net}`, points)
      const label = labels.get(net)?.label
      if (!label) return
      linkLabels.set(`${index} ${net}`, {
        ...label,
        x: (left + right) / 2 - label.width / 2,
        y: level - label.height / 2,
      })
    })
  })

  const routes = new Map<string, PlacedRoute>()
  for (const { edge, net, first, last } of spans) {
    const end = parts.get(`${last} ${edge.id}`)!
    const points: Point[] = []
    let { label } = end
    for (let row = first; row < last; row++) {
      points.push(...parts.get(`${row} ${row} ${net}`)!.points, ...links.get(`${row} ${net}`)!)
      if (labels.get(net) === edge) label = linkLabels.get(`${row} ${net}`)
    }
    points.push(...end.points)
    routes.set(edge.id, { points: simplified(extended(points, edge)), ...(label ? { label } : {}) })
  }
  for (const [id, at] of walls) {
    const side = flow.walls.find((port) => port.id === id)!.side
    walls.set(
      id,
      side === 'start'
        ? { x: 0, y: at.y }
        : side === 'end'
          ? { x: width, y: at.y }
          : { x: at.x, y: side === 'low' ? 0 : height },
    )
  }
  return { width, height, nodes, routes, walls }

  /** Lines from the wall go on to the wall. */
  function extended(points: Point[], edge: FlowEdge): Point[] {
    const result = [...points]
    for (const [end, isStart] of [
      [edge.from, true],
      [edge.to, false],
    ] as const) {
      if (end.node !== undefined) continue
      const side = flow.walls.find(({ id }) => id === end.port)!.side
      const at = isStart ? result[0]! : result.at(-1)!
      const wall =
        side === 'start'
          ? { x: 0, y: at.y }
          : side === 'end'
            ? { x: width, y: at.y }
            : { x: at.x, y: side === 'low' ? 0 : height }
      if (isStart) result.unshift(wall)
      else result.push(wall)
    }
    return result
  }
}
