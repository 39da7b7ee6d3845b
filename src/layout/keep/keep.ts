// Lays out a picture as a continuation of those before it: a level that stands as it stood once is shown as it was, one
// that changed makes room within its arrangement, and only what was never seen is laid out afresh.
import type { Graph, GraphNode } from '../../graph/graph'
import type { Size } from '../../shared/geometry'
import type { Arranged, Composer } from '../composer'
import { misfit, type Fit } from '../fit'
import { spacings } from '../flow'
import { levelFaults, overhang, titleArea, titleWidth } from '../check'
import { acrossOf, intoFlow, paddingOf, toFlow, toPage, turns } from '../orient'
import type { FlowDirection } from '../layout'
import type { Manner } from '../plan'
import { adapted } from './adapt'
import { draftOf } from './draft'
import { edited } from './edits'
import { distance, inFlow, type Kept, placeOf, type Standing, type Subject, subjectOf } from './standing'

export interface Continued {
  readonly arranged: Arranged
  readonly era: number
  readonly isFresh: boolean
}

interface Around {
  readonly direction: FlowDirection
  readonly around: FlowDirection
  readonly holder?: GraphNode
}

/** The whole as it was when all of it was the same; `undefined` when it never was. */
export function seenBefore(graph: Graph, direction: FlowDirection, kept: Kept): Continued | undefined {
  const eras = [...new Set([kept.era, ...kept.standings.map(({ era }) => era)])]
  for (const era of eras) {
    const standings = kept.standings.filter((standing) => standing.era === era)
    let isFresh = false
    const visit = (level: Graph, surroundings: Around): Arranged | undefined => {
      const insides = new Map<string, Arranged>()
      for (const node of level.nodes) {
        if (!node.inside) continue
        const inside = visit(node.inside, within(node, surroundings))
        if (!inside) return undefined
        insides.set(node.id, inside)
      }
      const same = sameAs(subjectFor(level, surroundings, insides), standings)
      if (level === graph) isFresh = same?.isFresh ?? false
      return same && { ...same.level, insides }
    }
    const arranged = visit(graph, { direction, around: direction })
    if (arranged) return { arranged, era, isFresh }
  }
  return undefined
}

function within(node: GraphNode, { direction }: Around): Around & { readonly holder: GraphNode } {
  const own = node.inside!.direction === 'across' ? acrossOf(direction) : direction
  return { direction: own, around: direction, holder: node }
}

function subjectFor(
  graph: Graph,
  { direction, around, holder }: Around,
  insides: ReadonlyMap<string, Arranged>,
): Subject {
  const outside = new Map([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
  const corners = [...insides].flatMap(([id, { shift }]) => (shift ? [[id, shift] as const] : []))
  return {
    place: placeOf(graph, holder),
    direction,
    around,
    flow: toFlow(graph, outside, direction),
    pins: Object.fromEntries(graph.nodes.flatMap(({ id, pin }) => (pin ? [[id, { x: pin.x, y: pin.y }]] : []))),
    title: holder ? holder.size.width + titleWidth(holder) / 10_000 : 0,
    corners: Object.fromEntries(corners),
  }
}

function sameAs(subject: Subject, standings: readonly Standing[]): Standing | undefined {
  const key = subjectOf(subject)
  return standings.find(({ place }, index) => place === subject.place && subjectOf(standings[index]!) === key)
}

/** How containers are composed that were never open before: the first that suits the whole. */
const manners: readonly Manner[] = [
  { spacing: spacings.roomy },
  { spacing: spacings.roomy, container: 3 },
  { spacing: spacings.roomy, container: 1.7 },
]

/** Widths by height of the page beyond which a picture is composed afresh, unless it was so before. */
const flattest = 5
const tallest = 1 / 3

/** The picture before, with room for what there is now; `undefined` when it is too different, or its shape would be. */
export async function continued(
  composer: Composer,
  graph: Graph,
  direction: FlowDirection,
  fit: Fit,
  kept: Kept,
): Promise<Continued | undefined> {
  const standings = kept.standings.filter(({ era }) => era === kept.era)
  const place = placeOf(graph, undefined)
  const root = standings.find((standing) => standing.place === place && standing.direction === direction)
  if (!root) return undefined
  let best: { arranged: Arranged; misfit: number } | undefined
  for (const manner of manners) {
    let isFresh = false
    const visit = async (level: Graph, surroundings: Around): Promise<{ arranged: Arranged; isFresh: boolean }> => {
      const insides = new Map<string, Arranged>()
      let isAllFresh = true
      for (const node of level.nodes) {
        if (!node.inside) continue
        const inside = await visit(node.inside, within(node, surroundings))
        insides.set(node.id, inside.arranged)
        isAllFresh &&= inside.isFresh
      }
      const subject = subjectFor(level, surroundings, insides)
      const old = carriedOn(level, subject, standings, surroundings.holder)
      if (old) return { arranged: { ...old, insides }, isFresh: false }
      isFresh = true
      const asked = { ...surroundings, manner, ...(surroundings.holder ? {} : { fit }) }
      const made = isAllFresh ? composer.level(level, asked) : composer.around(level, asked, insides)
      return { arranged: await made, isFresh: isAllFresh }
    }
    const { arranged } = await visit(graph, { direction, around: direction })
    const next = { arranged, misfit: misfit(arranged, fit) }
    if (!best || next.misfit < best.misfit - 0.05) best = next
    if (!isFresh) break
  }
  if (!best || !suits(best.arranged, root.level, fit)) return undefined
  return { arranged: best.arranged, era: kept.era, isFresh: false }
}

/** As it stood, or with room for what has changed. */
function carriedOn(graph: Graph, subject: Subject, standings: readonly Standing[], holder: GraphNode | undefined) {
  const same = sameAs(subject, standings)
  if (same) return same.level
  const near = standings
    .filter(({ place, direction, around }) => {
      return place === subject.place && direction === subject.direction && around === subject.around
    })
    .map((standing) => ({ standing, distance: distance(standing, subject) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = near
  // Where a person has placed something, all else gives way afresh.
  const hasPins = Object.keys(subject.pins).length > 0 || Object.keys(best?.standing.pins ?? {}).length > 0
  const next = best && !hasPins && madeRoom(best.standing, subject, holder)
  return next && levelFaults(graph, next, holder).length === 0 ? next : undefined
}

function madeRoom(from: Standing, subject: Subject, holder: GraphNode | undefined) {
  const { direction, flow } = subject
  const turn = turns[direction]
  const corners = new Map(
    flow.nodes.flatMap(({ id, width }) => {
      const [before, now] = [from.corners[id] ?? origin, subject.corners[id] ?? origin]
      const old = from.flow.nodes.find((node) => node.id === id)
      const grown = direction === 'up' && old ? width - old.width : 0
      const way = turn.into({ x: now.x - before.x, y: now.y - before.y }, nowhere)
      const by = { x: way.x + grown, y: way.y }
      return by.x === 0 && by.y === 0 ? [] : [[id, by] as const]
    }),
  )
  const stood = { before: from.flow, old: inFlow(from) }
  const draft = draftOf(stood, edited(stood.before, stood.old, flow), flow, corners)
  const hasPorts = flow.walls.length > 0
  const size = (width: number): Size => turn.size({ width, height: 0 })
  const room = {
    spacing: holder ? spacings.close : spacings.roomy,
    padding: paddingOf(direction, holder === undefined, hasPorts),
    least: size(holder ? holder.size.width : 0),
    before: size(Math.floor(from.title)),
    overhang: holder ? 0 : overhang,
    // Upward, the title is on the far side.
    beyond: { x: holder && direction === 'up' ? 0 : 60, y: 60 },
    ...(holder && {
      title: (level: Size) => intoFlow(turn, titleArea(holder, { ...origin, ...turn.size(level) }), turn.size(level)),
    }),
  }
  const result = adapted(draft, room)
  if (!result) return undefined
  const { placed, moved } = result
  const page = toPage(placed, direction)
  const old = from.level.shift ?? origin
  const far =
    direction === 'up' ? { x: moved.y, y: page.height - from.level.height - moved.x } : turn.back(moved, nowhere)
  const shift = { x: old.x + far.x, y: old.y + far.y }
  return { ...page, ...((shift.x !== 0 || shift.y !== 0) && { shift }) }
}

const origin = { x: 0, y: 0 }
const nowhere = { width: 0, height: 0 }

function suits(now: Size, before: Size, fit: Fit): boolean {
  const shape = ({ width, height }: Size) => (width + fit.extra.width) / (height + fit.extra.height)
  const [old, next] = [shape(before), shape(now)]
  return next <= Math.max(flattest, old) && next >= Math.min(tallest, old)
}

/** Everything of a picture, to be remembered. */
export function standingsOf(graph: Graph, direction: FlowDirection, { arranged, era, isFresh }: Continued): Standing[] {
  const found: Standing[] = []
  const visit = (level: Graph, inside: Arranged, surroundings: Around) => {
    const { insides, width, height, nodes, routes, walls, shift } = inside
    const subject = subjectFor(level, surroundings, insides)
    found.push({ ...subject, era, isFresh, level: { width, height, nodes, routes, walls, ...(shift && { shift }) } })
    for (const node of level.nodes)
      if (node.inside) visit(node.inside, insides.get(node.id)!, within(node, surroundings))
  }
  visit(graph, arranged, { direction, around: direction })
  return found
}
