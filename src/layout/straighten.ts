// Moves what ELK has placed across the flow, and only that way: the main line becomes straight, towers stand symmetric
// about what joins them. Who lies above whom stays as it was, so no line comes to cross a node.
import type { Box, Point } from '../shared/geometry'
import type { Reference } from './differences'
import { Differences } from './differences'
import type { Flow, FlowEdge, FlowEnd, Padding, Placed, PlacedRoute, Spacing } from './flow'
import { netOf } from './flow'
import { recentred } from './portPlaces'
import { simplified } from './plane'
import { sideBoxOf, type Satellite } from './satellites'
import type { Ranks } from './spine'
import { isBalanced, sideOf, straightnessOf } from './spine'

interface Level {
  readonly reference: Reference
  readonly from: number
  readonly to: number
}

/** A route as level pieces joined by upright ones; `undefined` ends stand for the wall beside the flow. */
interface Pieces {
  readonly edge: FlowEdge
  readonly levels: Level[]
  /** An upright first or last piece: it ends on a node's low or high side, or on the wall. */
  readonly start?: { readonly x: number; readonly reference?: Reference }
  readonly end?: { readonly x: number; readonly reference?: Reference }
  label?: { readonly box: Box; readonly level: number }
}

interface Thing {
  readonly from: number
  readonly to: number
  readonly reference: Reference
  readonly above: number
  readonly below: number
  readonly y: number
  readonly kind: 'node' | 'line' | 'label'
  readonly net?: string
  readonly edge?: string
  readonly node?: string
}

interface Upright {
  readonly x: number
  readonly ends: readonly Reference[]
  readonly low: number
  readonly high: number
  readonly net: string
  readonly edge: string
}

export interface Task {
  readonly flow: Flow
  readonly satellites: readonly Satellite[]
  readonly placed: Placed
  readonly ranks: Ranks
  readonly spacing: Spacing
  readonly padding: Padding
}

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
  const things = thingsOf(task, indices, routes)
  const uprights = routes.flatMap((pieces) => uprightsOf(pieces, placed))
  keepThings(model, things, spacing)
  keepUprights(model, things, uprights, spacing)
  keepWalls(model, task, indices)
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

/** Routes as pieces. Where a line forks, and where several arrive, all of them get a piece that can move. */
function cut(
  flow: Flow,
  placed: Placed,
  model: Differences,
  indices: ReadonlyMap<string, number>,
  endOf: (end: FlowEnd, point: Point) => Reference | undefined,
): { routes: Pieces[]; ties: [Reference, Reference][] } {
  const ties: [Reference, Reference][] = []
  const shared = new Map<string, Reference>()
  const isBeside = (end: FlowEnd) => end.node === undefined && !indices.has(`wall ${end.port}`)
  const bendsOf = (edge: FlowEdge) => {
    const { points } = placed.routes.get(edge.id)!
    const bends = simplified(points)
    const result = bends.length > 1 ? bends : [...points]
    // From a wall beside the flow a line comes upright, even where ELK left that piece no length.
    if (isBeside(edge.from) && result[0]!.x !== result[1]!.x) result.unshift(result[0]!)
    if (isBeside(edge.to) && result.at(-1)!.x !== result.at(-2)!.x) result.push(result.at(-1)!)
    return result
  }
  const forks = new Map<string, number>()
  const joins = new Map<string, number>()
  for (const edge of flow.edges) {
    const points = bendsOf(edge)
    if (points.length < 4 || points[0]!.y !== points[1]!.y) continue
    const first = points[1]!.x
    forks.set(netOf(edge), Math.min(first, forks.get(netOf(edge)) ?? Infinity))
    if (edge.to.node !== undefined && points.at(-1)!.y === points.at(-2)!.y) {
      joins.set(edge.to.node, Math.max(points.at(-2)!.x, joins.get(edge.to.node) ?? -Infinity))
    }
  }
  const netSizes = new Map<string, number>()
  for (const edge of flow.edges) netSizes.set(netOf(edge), (netSizes.get(netOf(edge)) ?? 0) + 1)

  const routes = flow.edges.map((edge): Pieces => {
    const { label } = placed.routes.get(edge.id)!
    const points = withJogs(bendsOf(edge), label, [
      netSizes.get(netOf(edge))! > 1 ? forks.get(netOf(edge)) : undefined,
      edge.to.node === undefined ? undefined : joins.get(edge.to.node),
    ])
    const first = endOf(edge.from, points[0]!)
    const last = endOf(edge.to, points.at(-1)!)
    const startsUpright = isBeside(edge.from) || (points[0]!.x === points[1]!.x && points[0]!.y !== points[1]!.y)
    const endsUpright =
      isBeside(edge.to) || (points.at(-1)!.x === points.at(-2)!.x && points.at(-1)!.y !== points.at(-2)!.y)
    const levels: Level[] = []
    const inner = points.slice(startsUpright ? 1 : 0, endsUpright ? -1 : undefined)
    for (let index = 0; index + 1 < inner.length; index += 2) {
      const [a, b] = [inner[index]!, inner[index + 1]!]
      const isFirst = index === 0 && !startsUpright
      const isLast = index + 2 >= inner.length && !endsUpright
      let reference = isFirst ? first : isLast ? last : undefined
      if (isFirst && isLast && first && last) ties.push([first, last])
      if (!reference) {
        const key = `${netOf(edge)} ${Math.round(a.y)}`
        reference = shared.get(key) ?? { index: model.add(a.y), offset: 0 }
        shared.set(key, reference)
      }
      levels.push({ reference, from: a.x, to: b.x })
    }
    const at = label && levels.findIndex(({ from, to }) => between(label.x + label.width / 2, from, to))
    return {
      edge,
      levels,
      ...(startsUpright ? { start: { x: points[0]!.x, ...(first ? { reference: first } : {}) } } : {}),
      ...(endsUpright ? { end: { x: points.at(-1)!.x, ...(last ? { reference: last } : {}) } } : {}),
      ...(label && at !== undefined && at >= 0 ? { label: { box: label, level: at } } : {}),
    }
  })
  return { routes, ties }
}

const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b)

/** Bends of no height, where a level piece passes one of the places. */
function withJogs(points: readonly Point[], label: Box | undefined, places: readonly (number | undefined)[]): Point[] {
  const result: Point[] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before && before.y === point.y && before.x !== point.x) {
      const inside = places.filter(
        (x): x is number =>
          x !== undefined &&
          x > Math.min(before.x, point.x) + 1 &&
          x < Math.max(before.x, point.x) - 1 &&
          !(label && between(x, label.x - 4, label.x + label.width + 4)),
      )
      const sorted = [...new Set(inside)].sort((a, b) => (point.x > before.x ? a - b : b - a))
      for (const x of sorted) result.push({ x, y: point.y }, { x, y: point.y })
    }
    result.push(point)
  })
  return result
}

function thingsOf(task: Task, indices: ReadonlyMap<string, number>, routes: readonly Pieces[]): Thing[] {
  const { flow, placed, satellites } = task
  const things: Thing[] = flow.nodes.map((node) => {
    const { x, y, width, height } = placed.nodes.get(node.id)!
    const reference = { index: indices.get(node.id)!, offset: 0 }
    return { from: x, to: x + width, reference, above: 0, below: height, y, kind: 'node', node: node.id }
  })
  for (const satellite of satellites) {
    const at = sideBoxOf(satellite, placed.nodes.get(satellite.at)!)
    const reference = { index: indices.get(satellite.at)!, offset: at.y - placed.nodes.get(satellite.at)!.y }
    const [x, y] = [at.x, at.y]
    things.push({ from: x, to: x + at.width, reference, above: 0, below: at.height, y, kind: 'node' })
  }
  for (const { edge, levels, label } of routes) {
    const ys = levelsOf(placed.routes.get(edge.id)!, levels)
    levels.forEach(({ reference, from, to }, index) => {
      things.push({
        ...{ from: Math.min(from, to), to: Math.max(from, to), reference, above: 0, below: 0 },
        ...{ y: ys[index]!, kind: 'line', net: netOf(edge), edge: edge.id },
      })
    })
    if (!label) continue
    const half = label.box.height / 2
    const { reference } = levels[label.level]!
    things.push({
      ...{ from: label.box.x, to: label.box.x + label.box.width, reference, above: half, below: half },
      ...{ y: ys[label.level]!, kind: 'label', net: netOf(edge), edge: edge.id },
    })
  }
  return things
}

/** Heights of the level pieces as ELK had them. */
function levelsOf({ points }: PlacedRoute, levels: readonly Level[]): number[] {
  const flats = points
    .slice(1)
    .flatMap((point, index) => (points[index]!.y === point.y ? [[points[index]!, point] as const] : []))
  return levels.map(({ from, to }) => {
    const middle = (from + to) / 2
    const hit = flats.find(([a, b]) => between(middle, a.x, b.x) && (between(from, a.x, b.x) || between(to, a.x, b.x)))
    return (hit ?? flats[0]!)[0].y
  })
}

function uprightsOf({ edge, levels, start, end }: Pieces, placed: Placed): Upright[] {
  const net = netOf(edge)
  const { points } = placed.routes.get(edge.id)!
  const ys = levelsOf(placed.routes.get(edge.id)!, levels)
  const result: Upright[] = []
  levels.slice(1).forEach(({ reference, from }, index) => {
    const span = [ys[index]!, ys[index + 1]!]
    result.push({
      ...{ x: from, ends: [levels[index]!.reference, reference], net, edge: edge.id },
      ...{ low: Math.min(...span), high: Math.max(...span) },
    })
  })
  const outer = [
    [start, levels[0], points[0]!.y, ys[0]],
    [end, levels.at(-1), points.at(-1)!.y, ys.at(-1)],
  ] as const
  for (const [stub, level, y, levelY] of outer) {
    if (!stub) continue
    const ends = [...(stub.reference ? [stub.reference] : []), ...(level ? [level.reference] : [])]
    const ys = [y, levelY ?? (stub === start ? points.at(-1)!.y : points[0]!.y)]
    result.push({ x: stub.x, ends, net, edge: edge.id, low: Math.min(...ys), high: Math.max(...ys) })
  }
  return result
}

function keepThings(model: Differences, things: readonly Thing[], spacing: Spacing): void {
  const wanted = (a: Thing, b: Thing) => {
    if (a.kind === 'label' || b.kind === 'label') return 10
    if (a.kind === 'node' && b.kind === 'node') return spacing.across
    return a.kind === 'line' && b.kind === 'line' ? spacing.edgeEdge : spacing.edgeNode
  }
  things.forEach((first, index) => {
    for (const second of things.slice(index + 1)) {
      if (first.reference.index === second.reference.index) continue
      if (first.edge !== undefined && first.edge === second.edge) continue
      if (first.kind === 'line' && second.kind === 'line' && first.net === second.net) continue
      const margin = first.kind === 'node' && second.kind === 'node' ? 8 : 4
      if (first.from >= second.to + margin || second.from >= first.to + margin) continue
      const [upper, lower] = middle(first) <= middle(second) ? [first, second] : [second, first]
      const actual = lower.y - lower.above - upper.y - upper.below
      if (actual < -0.01) continue
      // Pieces that only meet end to end, at an upright, need no more than to stay apart.
      const touches =
        first.kind === 'line' && second.kind === 'line' && !(first.from < second.to && second.from < first.to)
      model.keep(
        { ...upper.reference, offset: upper.reference.offset + upper.below },
        { ...lower.reference, offset: lower.reference.offset - lower.above },
        Math.min(actual, touches ? 4 : wanted(upper, lower)),
      )
    }
  })
}

const middle = ({ y, above, below }: Thing) => y + (below - above) / 2

/** Ports on one wall stay apart, also where the line of one of them has no length. */
function keepWalls(model: Differences, { flow, placed, spacing }: Task, indices: ReadonlyMap<string, number>): void {
  for (const side of ['start', 'end'] as const) {
    const ports = flow.walls
      .filter((port) => port.side === side)
      .map(({ id }) => ({ y: placed.walls.get(id)!.y, reference: { index: indices.get(`wall ${id}`)!, offset: 0 } }))
      .sort((a, b) => a.y - b.y)
    ports.slice(1).forEach((port, index) => {
      const before = ports[index]!
      model.keep(before.reference, port.reference, Math.min(port.y - before.y, spacing.edgeEdge))
    })
  }
}

function keepUprights(
  model: Differences,
  things: readonly Thing[],
  uprights: readonly Upright[],
  spacing: Spacing,
): void {
  uprights.forEach((upright, index) => {
    for (const thing of things) {
      if (thing.kind === 'line' || thing.edge === upright.edge) continue
      if (upright.x <= thing.from - 6 || upright.x >= thing.to + 6) continue
      const top = thing.y - thing.above
      const bottom = thing.y + thing.below
      for (const end of upright.ends) {
        if (end.index === thing.reference.index) continue
        if (bottom <= upright.low + 0.01) {
          const gap = Math.min(upright.low - bottom, spacing.edgeNode)
          model.keep({ ...thing.reference, offset: thing.reference.offset + thing.below }, end, gap)
        } else if (top >= upright.high - 0.01) {
          const gap = Math.min(top - upright.high, spacing.edgeNode)
          model.keep(end, { ...thing.reference, offset: thing.reference.offset - thing.above }, gap)
        }
      }
    }
    for (const other of uprights.slice(index + 1)) {
      if (other.net === upright.net || Math.abs(other.x - upright.x) >= spacing.edgeEdge * 0.7) continue
      const [upper, lower] = upright.high <= other.low ? [upright, other] : [other, upright]
      if (upper.high > lower.low) continue
      const gap = Math.min(lower.low - upper.high, 6)
      for (const a of upper.ends) for (const b of lower.ends) model.keep(a, b, gap)
    }
  })
}

function tieMainLines(
  model: Differences,
  flow: Flow,
  routes: readonly Pieces[],
  ranks: Ranks,
  indices: ReadonlyMap<string, number>,
  room: number,
): void {
  const wishes = straightnessOf(flow, ranks)
  const order = [...routes].sort((a, b) => wishes.get(b.edge.id)! - wishes.get(a.edge.id)!)
  const isLine = ({ start, end, levels }: Pieces) => !start && !end && levels.length > 1
  for (const pieces of order) {
    if (!isLine(pieces) || wishes.get(pieces.edge.id)! === 0) continue
    if (!isBalanced(flow, pieces.edge, ranks)) tieAll(model, pieces.levels, room)
    // One step only: where the towers meet, or where they part.
    else if (meets(flow, pieces.edge)) tieAll(model, pieces.levels.slice(0, -1), room)
    else tieAll(model, pieces.levels.slice(1), room)
  }
  // What enters and leaves a repeated container on one line keeps the stack from drifting sideways.
  for (const port of flow.walls) {
    if (port.side !== 'start') continue
    const [a, b] = [indices.get(`wall ${port.id}`), indices.get(`wall ${port.id.replace('in:', 'out:')}`)]
    if (a !== undefined && b !== undefined) model.tie({ index: a, offset: 0 }, { index: b, offset: 0 }, room)
  }
  // Long ways round: as few steps as possible.
  for (const pieces of order) {
    const inner = pieces.levels.slice(pieces.start ? 0 : 1, pieces.end ? undefined : -1)
    if (inner.length > 1) tieAll(model, inner, room)
  }
  for (const pieces of order) {
    if (pieces.levels.length > 1 && !isBalanced(flow, pieces.edge, ranks)) tieAll(model, pieces.levels, room)
  }
}

function meets(flow: Flow, { to }: FlowEdge): boolean {
  const target = flow.nodes.find(({ id }) => id === to.node)
  return (
    target !== undefined &&
    flow.edges.filter((each) => each.to.node === to.node && sideOf(target, each.to.port) === 'start').length > 1
  )
}

/** The ends first: what lies between them follows. */
function tieAll(model: Differences, levels: readonly Level[], room: number): void {
  const first = levels[0]!.reference
  if (!model.tie(first, levels.at(-1)!.reference, room)) return
  for (const { reference } of levels.slice(1, -1)) model.tie(first, reference, room)
}

/** Steps so small that they look like a mistake. */
function tieSmallSteps(
  model: Differences,
  routes: readonly Pieces[],
  positions: readonly number[],
  room: number,
): boolean {
  const at = ({ index, offset }: Reference) => positions[index]! + offset
  let any = false
  for (const { levels } of routes) {
    levels.slice(1).forEach(({ reference }, index) => {
      const before = levels[index]!.reference
      const step = Math.abs(at(reference) - at(before))
      if (step > 0.01 && step < 6 && !model.isTied(reference, before)) any = model.tie(before, reference, room) || any
    })
  }
  return any
}

function addSprings(model: Differences, flow: Flow, routes: readonly Pieces[], ranks: Ranks, spacing: Spacing): void {
  const wishes = straightnessOf(flow, ranks)
  for (const { edge, levels, start, end } of routes) {
    const weight = 1 + wishes.get(edge.id)!
    const first = levels[0]?.reference
    const last = levels.at(-1)?.reference
    levels.slice(1).forEach(({ reference }, index) => model.pull(levels[index]!.reference, reference, 0, weight))
    // Balanced arrivals count alike, whatever their length: that makes towers symmetric.
    if (first && last && isBalanced(flow, edge, ranks)) model.pull(first, last, 0, 20)
    for (const [stub, level, node, port] of [
      [start, first, edge.from.node, edge.from.port],
      [end, last, edge.to.node, edge.to.port],
    ] as const) {
      if (!stub?.reference || !level || node === undefined) continue
      const target = flow.nodes.find(({ id }) => id === node)!
      const rest = sideOf(target, port) === 'low' ? -spacing.edgeNode : spacing.edgeNode
      model.pull(stub.reference, level, rest, 0.5)
    }
  }
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
