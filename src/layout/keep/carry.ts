// A level as it is to be, and how one that stood becomes it: first by making room within its arrangement, else by letting
// what is in the way step aside. Turns the page into the frame of the flow and back.
import type { Graph, GraphNode } from '../../graph/graph'
import { hasPins } from '../../graph/pins'
import type { Point, Size } from '../../shared/geometry'
import { levelFaults } from '../check'
import { type Flow, spacings } from '../flow'
import type { FlowDirection } from '../layout'
import {
  acrossOf,
  contentOrigin,
  intoFlow,
  type Outside,
  paddingOf,
  type PlacedLevel,
  toFlow,
  toPage,
  turns,
} from '../orient'
import { intersection, segmentsOf } from '../plane'
import { overhang, titleArea, titleWidth } from '../reserved'
import { type Adapted, adapted, type Room } from './adapt'
import { placedByHand } from './byHand'
import { draftOf } from './draft'
import { type Edited, edited } from './edits'
import { inFlow, placeOf, type Standing, type Subject } from './standing'

/** Of a level, besides what is in it. */
export interface Around {
  readonly direction: FlowDirection
  readonly around: FlowDirection
  readonly holder?: GraphNode
}

export function within(node: GraphNode, { direction }: Around): Around & { readonly holder: GraphNode } {
  const own = node.inside!.direction === 'across' ? acrossOf(direction) : direction
  return { direction: own, around: direction, holder: node }
}

export function subjectFor(
  graph: Graph,
  { direction, around, holder }: Around,
  insides: ReadonlyMap<string, PlacedLevel>,
): Subject {
  const outside = new Map<string, Outside>([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
  const corners = [...insides].flatMap(([id, { shift }]) => (shift ? [[id, shift] as const] : []))
  return {
    place: placeOf(graph, holder),
    direction,
    around,
    flow: toFlow(graph, outside, direction),
    pins: Object.fromEntries(graph.nodes.flatMap(({ id, pin }) => (pin ? [[id, { x: pin.x, y: pin.y }]] : []))),
    isBare: !hasPins(graph),
    title: holder ? holder.size.width + titleWidth(holder) / 10_000 : 0,
    corners: Object.fromEntries(corners),
  }
}

interface Try {
  /** How far what steps aside keeps away. */
  readonly gap: number
  /** What has grown grows where it stands, instead of pushing others away. */
  readonly inPlace: boolean
  readonly spare: number
  readonly isForced: boolean
}

const first: Try = { gap: 24, inPlace: false, spare: 0, isForced: false }
/** Where lines find no way around what a hand has placed. */
const others: readonly Try[] = [
  { ...first, inPlace: true },
  { ...first, inPlace: true, gap: 44 },
  { ...first, inPlace: true, gap: 80 },
  { ...first, inPlace: true, gap: 80, spare: 40 },
]

/** The level that stood, with what there is to be now; `undefined` where it has to be laid out afresh. */
export function carried(
  graph: Graph,
  from: Standing,
  subject: Subject,
  holder: GraphNode | undefined,
): PlacedLevel | undefined {
  const grown = grownFirst(graph, from, subject, holder)
  return (grown && carriedAtOnce(graph, grown, subject, holder)) ?? carriedAtOnce(graph, from, subject, holder)
}

/** Where things have grown besides those that a hand placed, they do so before these come: what moves along keeps along. */
function grownFirst(
  graph: Graph,
  from: Standing,
  subject: Subject,
  holder: GraphNode | undefined,
): Standing | undefined {
  if (!from.isBare || Object.keys(subject.pins).length === 0) return undefined
  const isPlaced = (id: string) => Object.hasOwn(subject.pins, id)
  const before = new Map(from.flow.nodes.map((node) => [node.id, node]))
  const nodes = subject.flow.nodes.map((node) => (isPlaced(node.id) ? (before.get(node.id) ?? node) : node))
  if (sameSizes(from.flow, { ...subject.flow, nodes })) return undefined
  const corners = Object.fromEntries(Object.entries(subject.corners).filter(([id]) => !isPlaced(id)))
  const unplaced = { ...subject, flow: { ...subject.flow, nodes }, pins: {}, corners }
  const bare = { ...graph, nodes: graph.nodes.map(({ pin: _pin, ...node }) => node) }
  const level = carriedAtOnce(bare, from, unplaced, holder)
  return level && { ...unplaced, level, era: from.era, isFresh: false }
}

function carriedAtOnce(
  graph: Graph,
  from: Standing,
  subject: Subject,
  holder: GraphNode | undefined,
): PlacedLevel | undefined {
  const task = taskOf(graph, from, subject, holder)
  for (const each of [first, ...(subject.isBare ? [] : others)]) {
    const level = attempt(task, from, subject, each)
    if (level && levelFaults(graph, level, holder).every((fault) => task.mayMiss(fault))) return level
  }
  return undefined
}

/** With another way for lines that run through a box, if there are any: the engine does not always find one. */
export function repaired(
  graph: Graph,
  level: PlacedLevel,
  around: Around,
  insides: ReadonlyMap<string, PlacedLevel>,
): PlacedLevel {
  const boxes = [...level.nodes.values()]
  const pieces = [...level.routes.values()].flatMap(({ points }) => segmentsOf(points))
  if (!pieces.some((piece) => boxes.some((box) => intersection(piece, box) > 0.5))) return level
  const subject = subjectFor(graph, around, insides)
  return carried(graph, { ...subject, level, era: 0, isFresh: true }, subject, around.holder) ?? level
}

/** With what a person placed, somehow: two on one spot leave no better way. */
export function forced(graph: Graph, from: Standing, subject: Subject, holder: GraphNode | undefined): PlacedLevel {
  const task = taskOf(graph, from, subject, holder)
  for (const each of others) {
    const level = attempt(task, from, subject, { ...each, isForced: true })
    if (level) return level
  }
  throw new Error('what is placed by hand found no place')
}

interface Task {
  readonly stood: Pick<Edited, 'before' | 'old'>
  readonly room: Omit<Room, 'spare'>
  readonly corners: ReadonlyMap<string, Point>
  /** In the frame of the flow of what stood. */
  readonly targets: ReadonlyMap<string, Point>
  /** Whether a fault is the person's own. */
  readonly mayMiss: (fault: string) => boolean
}

const origin = { x: 0, y: 0 }
const nowhere = { width: 0, height: 0 }

function taskOf(graph: Graph, from: Standing, subject: Subject, holder: GraphNode | undefined): Task {
  const { direction, flow } = subject
  const turn = turns[direction]
  const size = (width: number): Size => turn.size({ width, height: 0 })
  const isSame = sameSizes(from.flow, flow)
  const room: Task['room'] = {
    spacing: holder ? spacings.close : spacings.roomy,
    padding: paddingOf(direction, holder === undefined, flow.walls.length > 0),
    least: size(holder ? holder.size.width : 0),
    before: size(Math.floor(from.title)),
    overhang: holder ? 0 : overhang,
    // Upward, the title is on the far side.
    beyond: { x: holder && direction === 'up' ? 0 : 60, y: 60 },
    near: isSame ? 'stays' : 'follows',
    far: isSame && holder ? 'stays' : 'follows',
    ...(holder && {
      title: (level: Size) => intoFlow(turn, titleArea(holder, { ...origin, ...turn.size(level) }), turn.size(level)),
    }),
  }
  const pinned = graph.nodes.filter(({ pin }) => pin)
  const boxes = new Map(flow.nodes.map((node) => [node.id, turn.size(node)]))
  const { x, y } = contentOrigin(graph, holder === undefined)
  const shift = from.level.shift ?? origin
  const targets = pinned.map(({ id, pin }) => {
    const box = { x: x + shift.x + pin!.x, y: y + shift.y + pin!.y, ...boxes.get(id)! }
    const at = intoFlow(turn, box, from.level)
    return [id, { x: at.x, y: at.y }] as const
  })
  const names = new Set(pinned.map(({ path }) => path))
  return {
    stood: { before: from.flow, old: inFlow(from) },
    room,
    corners: cornersMoved(from, subject),
    targets: new Map(targets),
    mayMiss: (fault) => isOwnFault(fault, names),
  }
}

/** Two that were placed upon each other. */
function isOwnFault(fault: string, pinned: ReadonlySet<string>): boolean {
  const overlapping = /^(.+) and (.+) overlap\.$/.exec(fault)
  return overlapping !== null && pinned.has(overlapping[1]!) && pinned.has(overlapping[2]!)
}

function sameSizes(before: Flow, now: Flow): boolean {
  const sizes = new Map(before.nodes.map((node) => [node.id, node]))
  return (
    before.nodes.length === now.nodes.length &&
    now.nodes.every(({ id, width, height }) => sizes.get(id)?.width === width && sizes.get(id)?.height === height)
  )
}

/** How far what stands open has moved within its box. */
function cornersMoved(from: Standing, { direction, flow, corners }: Subject): Map<string, Point> {
  const turn = turns[direction]
  return new Map(
    flow.nodes.flatMap(({ id, width }) => {
      const [before, now] = [from.corners[id] ?? origin, corners[id] ?? origin]
      const old = from.flow.nodes.find((node) => node.id === id)
      const grown = direction === 'up' && old ? width - old.width : 0
      const way = turn.into({ x: now.x - before.x, y: now.y - before.y }, nowhere)
      const by = { x: way.x + grown, y: way.y }
      return by.x === 0 && by.y === 0 ? [] : [[id, by] as const]
    }),
  )
}

function attempt(
  { stood, room, corners, targets }: Task,
  from: Standing,
  { direction, flow }: Subject,
  { gap, inPlace, spare, isForced }: Try,
): PlacedLevel | undefined {
  const { padding } = room
  const start = edited(stood.before, stood.old, flow)
  const least = {
    x: Math.min(padding.start, leastOf(stood.old.nodes, 'x')),
    y: Math.min(padding.low, leastOf(stood.old.nodes, 'y')),
  }
  const placed = placedByHand(start, flow, { targets, gap, least, inPlace })
  const draft = draftOf(stood, placed, flow, corners)
  const result = adapted({ ...draft, firm: targets }, { ...room, spare, isForced })
  return result && onPage(result, from, direction)
}

function leastOf(nodes: ReadonlyMap<string, Point>, axis: 'x' | 'y'): number {
  return Math.min(...[...nodes.values()].map((at) => at[axis]))
}

function onPage({ placed, moved }: Adapted, from: Standing, direction: FlowDirection): PlacedLevel {
  const page = toPage(placed, direction)
  const old = from.level.shift ?? origin
  const by =
    direction === 'up'
      ? { x: moved.y, y: page.height - from.level.height - moved.x }
      : turns[direction].back(moved, nowhere)
  const shift = { x: old.x + by.x, y: old.y + by.y }
  return { ...page, ...((shift.x !== 0 || shift.y !== 0) && { shift }) }
}
