// Makes a level that stood hold what it has to hold now: the same arrangement with room for what has grown. In the frame
// of the flow. `undefined` where that cannot be, and the level has to be laid out afresh.
import type { Box, Point, Size } from '../../shared/geometry'
import type { Flow, FlowEdge, Padding, Placed, PlacedRoute, Spacing } from '../flow'
import { simplified } from '../plane'
import { ranksOf, straightnessOf } from '../spine'
import type { Draft, Mooring } from './draft'
import { mended } from './mend'
import { withNewcomers } from './newcomers'
import { type Model, modelOf, type Strand } from './model'
import { orderAcross, orderAlong } from './order'
import { nameOf } from './standing'

export interface Room {
  readonly spacing: Spacing
  readonly padding: Padding
  /** The least size, for the title of the container. */
  readonly least: Size
  /** What it was for the old one. */
  readonly before: Size
  readonly title?: (level: Size) => Box
  /** How far they may go beyond the far ones: there is room to be had. */
  readonly beyond: Point
  /** How far lines may go beyond the near sides. */
  readonly overhang: number
}

export interface Adapted {
  readonly placed: Placed
  /** How far everything was moved, so that nothing lies before the corner. */
  readonly moved: Point
}

/** How often a line may be given up, to be led anew. */
const patience = 12

export function adapted(draft: Draft, room: Room): Adapted | undefined {
  const priorities = straightnessOf(draft.flow, ranksOf(draft.flow))
  let now = draft
  for (let round = 0; round < patience; round++) {
    const found = attempt(now, room, priorities)
    if (!('between' in found)) return found
    const weakest = found.between
      .map((id) => now.lines.find(({ edge }) => edge.id === id)!)
      .sort((a, b) => priorities.get(a.edge.id)! - priorities.get(b.edge.id)!)[0]
    if (!weakest) return undefined
    now = { ...now, lines: now.lines.filter((line) => line !== weakest), open: [...now.open, weakest.edge] }
  }
  return undefined
}

/** Or the edges of which one is in the way. */
function attempt(
  draft: Draft,
  room: Room,
  priorities: ReadonlyMap<string, number>,
): Adapted | { readonly between: readonly string[] } {
  const model = modelOf(draft, priorities)
  orderAlong(model, room.spacing)
  const xs = model.x.settle(false)
  if ('between' in xs) return { between: linesAt(model, false, xs.between) }
  orderAcross(model, xs, room.spacing)
  const ys = model.y.settle(true)
  if ('between' in ys) return { between: linesAt(model, true, ys.between) }
  const framedOnes = framed(draft, room, rebuilt(model, xs, ys))
  const { beyond, overhang } = room
  const title = room.title?.(framedOnes.placed)
  const settled = withNewcomers(framedOnes.placed, draft.newcomers, draft.flow, room)
  const ground = { flow: draft.flow, beyond, overhang, ...(title && { title }) }
  const placed = mended(settled, draft.open, ground)
  return placed ? { ...framedOnes, placed } : { between: [] }
}

/** Those that one of the variables belongs to, or straight ones at a box that it belongs to. */
function linesAt({ strands, corners }: Model, isFlat: boolean, variables: readonly number[]): string[] {
  const own = strands.filter(({ pieces }) =>
    pieces.some((piece) => piece.isFlat === isFlat && variables.includes(piece.index)),
  )
  if (own.length > 0) return own.map(({ edge }) => edge.id)
  const bodies = new Set([...corners].flatMap(([id, { x, y }]) => (variables.includes(isFlat ? y : x) ? [id] : [])))
  const touching = strands.filter(
    ({ edge, pieces }) =>
      pieces.length === 1 &&
      pieces[0]!.isFlat === isFlat &&
      [edge.from.node, edge.to.node].some((id) => id !== undefined && bodies.has(id)),
  )
  return touching.map(({ edge }) => edge.id)
}

interface Loose {
  readonly nodes: Map<string, Box>
  readonly routes: Map<string, PlacedRoute & { readonly start: Mooring; readonly end: Mooring }>
}

function rebuilt(model: Model, xs: readonly number[], ys: readonly number[]): Loose {
  const { draft, corners } = model
  const nodes = new Map(
    draft.bodies.map(({ id, before, node }): [string, Box] => {
      const corner = corners.get(id)!
      const [x, y] = [round(xs[corner.x]! - before.x), round(ys[corner.y]! - before.y)]
      return [id, { x, y, width: node.width, height: node.height }]
    }),
  )
  const routes: Loose['routes'] = new Map()
  for (const strand of model.strands) routes.set(strand.edge.id, routeOf(strand, model, xs, ys))
  return { nodes, routes }
}

function routeOf({ line, pieces, label, edge }: Strand, model: Model, xs: readonly number[], ys: readonly number[]) {
  const { start, end } = line
  const endPoint = (mooring: Mooring, piece: Strand['pieces'][number]): Point => {
    const at = (piece.isFlat ? ys : xs)[piece.index]!
    if (mooring.kind === 'wall') return piece.isFlat ? { x: mooring.old.x, y: at } : { x: at, y: mooring.old.y }
    const corner = model.corners.get(mooring.node)!
    return piece.isFlat ? { x: xs[corner.x]! + mooring.now.x, y: at } : { x: at, y: ys[corner.y]! + mooring.now.y }
  }
  const points = [endPoint(start, pieces[0]!)]
  pieces.slice(1).forEach((piece, index) => {
    const [flat, upright] = piece.isFlat ? [piece, pieces[index]!] : [pieces[index]!, piece]
    points.push({ x: xs[upright.index]!, y: ys[flat.index]! })
  })
  points.push(endPoint(end, pieces.at(-1)!))
  const rounded = points.map(({ x, y }) => ({ x: round(x), y: round(y) }))
  const box = label && labelBox(label, pieces[label.piece]!, edge.label!, xs, ys)
  return { points: rounded, start, end, ...(box && { label: box }) }
}

function labelBox(
  { index }: NonNullable<Strand['label']>,
  piece: Strand['pieces'][number],
  { width, height }: Size,
  xs: readonly number[],
  ys: readonly number[],
): Box {
  const [x, y] = piece.isFlat ? [xs[index]!, ys[piece.index]!] : [xs[piece.index]!, ys[index]!]
  return { x: round(x - width / 2), y: round(y - height / 2), width, height }
}

const round = (value: number) => Math.round(value * 100) / 100

/** The walls around what has its place: as far from it as they were, unless the title wants more. */
function framed(draft: Draft, room: Room, { nodes, routes }: Loose): Adapted {
  const { before, old: stood } = draft.stood
  const old = extentOf(before, stood.nodes.values(), (edge) => stood.routes.get(nameOf(edge)))
  const now = extentOf(draft.flow, nodes.values(), (edge) => routes.get(edge.id))
  const alongTitle = isDictated(draft.old.width, room.before.width)
  const acrossTitle = isDictated(draft.old.height, room.before.height)
  const moved = {
    x: round(startShift(old.left, now.left, alongTitle)),
    y: round(startShift(old.top, now.top, acrossTitle)),
  }
  const width = endOf(now.right + moved.x, draft.old.width - old.right, room.padding.end, room.least.width, alongTitle)
  const height = endOf(
    now.bottom + moved.y,
    draft.old.height - old.bottom,
    room.padding.high,
    room.least.height,
    acrossTitle,
  )
  const onWall = (mooring: Mooring, point: Point): Point => {
    if (mooring.kind === 'body') return point
    if (mooring.side === 'start' || mooring.side === 'end')
      return { x: mooring.side === 'start' ? 0 : width, y: point.y }
    return { x: point.x, y: mooring.side === 'low' ? 0 : height }
  }
  const move = <T extends Point>(thing: T): T => ({
    ...thing,
    x: round(thing.x + moved.x),
    y: round(thing.y + moved.y),
  })
  const walls = new Map<string, Point>()
  const newRoutes = new Map(
    [...routes].map(([id, { points, label, start, end }]): [string, PlacedRoute] => {
      const shifted = points.map(move)
      shifted[0] = onWall(start, shifted[0]!)
      shifted[shifted.length - 1] = onWall(end, shifted.at(-1)!)
      if (start.kind === 'wall') walls.set(start.port, shifted[0])
      if (end.kind === 'wall') walls.set(end.port, shifted.at(-1)!)
      return [id, { points: simplified(shifted), ...(label && { label: move(label) }) }]
    }),
  )
  const placed = {
    width,
    height,
    nodes: new Map([...nodes].map(([id, at]) => [id, move(at)])),
    routes: newRoutes,
    walls,
  }
  return { placed, moved }
}

/** The title made it as large as it is, not what it holds. */
const isDictated = (size: number, least: number) => least > 0 && Math.abs(size - least) < 1

function startShift(old: number, now: number, isDictated: boolean): number {
  return now < old || !isDictated ? old - now : 0
}

function endOf(content: number, rest: number, padding: number, least: number, isDictated: boolean): number {
  return Math.max(least, round(content + (isDictated ? Math.min(padding, rest) : rest)))
}

interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Of what is inside, without what lies on the walls. */
function extentOf(flow: Flow, nodes: Iterable<Box>, routeOf: (edge: FlowEdge) => PlacedRoute | undefined): Extent {
  const xs: number[] = []
  const ys: number[] = []
  const take = ({ x, y, width = 0, height = 0 }: Point & Partial<Size>) => {
    xs.push(x, x + width)
    ys.push(y, y + height)
  }
  for (const at of nodes) take(at)
  for (const edge of flow.edges) {
    const route = routeOf(edge)
    if (!route) continue
    const { points, label } = route
    points.slice(edge.from.node === undefined ? 1 : 0, edge.to.node === undefined ? -1 : undefined).forEach(take)
    if (label) take(label)
  }
  if (xs.length === 0) take({ x: 0, y: 0 })
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
