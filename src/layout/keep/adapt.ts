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
  /** Whether the walls come in where there is less now. */
  readonly near: 'stays' | 'follows'
  readonly far: 'stays' | 'follows'
  /** So much more on every side: for lines that find no way otherwise. */
  readonly spare: number
  /** A line that finds no way runs through what is there. */
  readonly isForced?: boolean
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
  for (const { id, before } of draft.bodies) {
    const [corner, at] = [model.corners.get(id)!, draft.firm?.get(id)]
    if (!at) continue
    model.x.fix(corner.x, at.x + before.x)
    model.y.fix(corner.y, at.y + before.y)
  }
  orderAlong(model, room.spacing)
  const xs = model.x.settle(false)
  if ('between' in xs) return { between: linesAt(model, false, xs.between) }
  orderAcross(model, xs, room.spacing)
  const ys = model.y.settle(true)
  if ('between' in ys) return { between: linesAt(model, true, ys.between) }
  const framedOnes = framed(draft, room, rebuilt(model, xs, ys))
  const { beyond, overhang } = room
  const settled = withNewcomers(framedOnes.placed, draft.newcomers, draft.flow, room)
  const title = room.title?.(settled)
  const ground = { flow: draft.flow, beyond, overhang, isForced: room.isForced === true, ...(title && { title }) }
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
  const { padding, least, spare } = room
  // Lines may come into the padding, boxes may not.
  const boxes = extentOf({ ...draft.flow, edges: [] }, nodes.values(), () => undefined)
  const moved = {
    x: round(spare + Math.max(nearShift(old.left, now.left, padding.start, room), padding.start - boxes.left)),
    y: round(spare + Math.max(nearShift(old.top, now.top, padding.low, room), padding.low - boxes.top)),
  }
  const behind = { x: boxes.right + moved.x + padding.end + spare, y: boxes.bottom + moved.y + padding.high + spare }
  const wallX = farWall(now.right + moved.x, old.right, stood.width, padding.end, least.width, room.before.width, room)
  const wallY = farWall(
    now.bottom + moved.y,
    old.bottom,
    stood.height,
    padding.high,
    least.height,
    room.before.height,
    room,
  )
  const width = Math.max(wallX, round(behind.x))
  const height = Math.max(wallY, round(behind.y))
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

function nearShift(old: number, now: number, padding: number, { near }: Room): number {
  if (now < old) return Math.max(0, Math.min(old, padding) - now)
  return near === 'stays' ? 0 : old - now
}

/** Where the wall comes behind what there is. Room that was to spare is used up first. */
function farWall(
  content: number,
  old: number,
  wall: number,
  padding: number,
  least: number,
  leastBefore: number,
  { far }: Room,
): number {
  // The title made it as large as it was, not what it holds.
  const isDictated = leastBefore > 0 && Math.abs(wall - leastBefore) < 1
  const rest = isDictated ? Math.min(padding, wall - old) : wall - old
  const needed = content + Math.min(padding, rest)
  const next = content > old ? Math.max(isDictated ? 0 : wall, needed) : content + rest
  return Math.max(least, round(far === 'stays' ? Math.max(wall, next) : next))
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
