// Nodes that a person placed. A picture is composed as if there were none, and each level is then carried on to its pins,
// just as when a hand moves them: so it makes no difference whether a pin is new or was in the file.
import type { Graph } from '../graph/graph'
import { hasPins, withoutPins } from '../graph/pins'
import type { Arranged } from './composer'
import { type Around, carried, forced, subjectFor, within } from './keep/carry'
import { subjectOf } from './keep/standing'
import type { PlacedLevel } from './orient'

/** `bare` is the graph without its pins as it was composed. */
export function withPins(graph: Graph, bare: Arranged, around: Around): Arranged {
  if (!hasPins(graph)) return bare
  const insides = new Map(bare.insides)
  for (const node of graph.nodes) {
    if (node.inside) insides.set(node.id, withPins(node.inside, bare.insides.get(node.id)!, within(node, around)))
  }
  return { ...levelWithPins(graph, bare, around, insides), insides }
}

/** One level alone, around what stands open in it. */
export function levelWithPins(
  graph: Graph,
  bare: Arranged,
  around: Around,
  insides: ReadonlyMap<string, PlacedLevel>,
): PlacedLevel {
  const subject = subjectFor(graph, around, insides)
  const from = { ...subjectFor(withoutPins(graph), around, bare.insides), level: bare, era: 0, isFresh: true }
  if (subjectOf(from) === subjectOf(subject)) return bare
  return carried(graph, from, subject, around.holder) ?? forced(graph, from, subject, around.holder)
}
