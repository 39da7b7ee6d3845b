// Lays out a picture as a continuation of those before it: a level that stands as it stood once is shown as it was, one
// that changed makes room within its arrangement, and only what was never seen is laid out afresh.
import type { Graph, GraphNode } from '../../graph/graph'
import { withoutPins } from '../../graph/pins'
import type { Size } from '../../shared/geometry'
import type { Arranged, Composer } from '../composer'
import { misfit, type Fit } from '../fit'
import { spacings } from '../flow'
import type { FlowDirection } from '../layout'
import type { Manner } from '../plan'
import { levelWithPins, withPins } from '../pins'
import { type Around, carried, forced, subjectFor, within } from './carry'
import { distance, type Kept, placeOf, type Standing, type Subject, subjectOf } from './standing'

export interface Continued {
  readonly arranged: Arranged
  readonly era: number
  readonly isFresh: boolean
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
  let isByHand = false
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
      const base = sameAs(subject, standings) ?? nearest(subject, standings)
      isByHand ||= base !== undefined && JSON.stringify(base.pins) !== JSON.stringify(subject.pins)
      const old = base && carriedOn(level, subject, base, surroundings.holder)
      if (old) return { arranged: { ...old, insides }, isFresh: false }
      isFresh = true
      const asked = { ...surroundings, manner, ...(surroundings.holder ? {} : { fit }) }
      const bare = withoutPins(level)
      if (isAllFresh)
        return { arranged: withPins(level, await composer.level(bare, asked), surroundings), isFresh: true }
      const made = await composer.around(bare, asked, insides)
      return { arranged: { ...levelWithPins(level, made, surroundings, insides), insides }, isFresh: false }
    }
    const { arranged } = await visit(graph, { direction, around: direction })
    const next = { arranged, misfit: misfit(arranged, fit) }
    if (!best || next.misfit < best.misfit - 0.05) best = next
    if (!isFresh) break
  }
  // What a hand draws out may have any shape.
  if (!best || !(isByHand || suits(best.arranged, root.level, fit))) return undefined
  return { arranged: best.arranged, era: kept.era, isFresh: false }
}

/** The one with which least has to be made up for. */
function nearest(subject: Subject, standings: readonly Standing[]): Standing | undefined {
  const near = standings
    .filter(({ place, direction, around }) => {
      return place === subject.place && direction === subject.direction && around === subject.around
    })
    .map((standing) => ({ standing, distance: distance(standing, subject) }))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.standing
}

/** As it stood, or with room for what has changed. What holds something placed by hand is never laid out afresh. */
function carriedOn(graph: Graph, subject: Subject, base: Standing, holder: GraphNode | undefined) {
  if (subjectOf(base) === subjectOf(subject)) return base.level
  const level = carried(graph, base, subject, holder)
  return level ?? (subject.isBare ? undefined : forced(graph, base, subject, holder))
}

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
