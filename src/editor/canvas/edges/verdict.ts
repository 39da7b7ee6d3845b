// Whether an edge may go from one handle to another, and if not, why, with the smallest repair where there is one.
import { canConnect } from '../../../document/connecting'
import { insideOf } from '../../../document/place'
import type { Diagram } from '../../../document/schema'
import type { Graph } from '../../../graph/graph'
import type { View } from '../../../graph/view'
import { everyNode } from '../../../graph/walk'
import { misfitOf, type Wire } from '../../../semantics/joining/misfit'
import type { Refusal } from '../../state'
import { say, tellNow } from '../../strings/language'
import { begins, graphEnd, handleId, type HandleRef } from './ends'

export function verdictKey(ref: HandleRef): string {
  return `${ref.path}|${handleId(ref.kind, ref.port)}`
}

/** The edge between two handles, whichever was grasped first; a sentence where there can be none. */
export function wireBetween(diagram: Diagram, one: HandleRef, other: HandleRef): Wire | string {
  if (begins(one.kind) === begins(other.kind)) return say(begins(one.kind) ? 'refusal.twoOutputs' : 'refusal.twoInputs')
  const [from, to] = begins(one.kind) ? [graphEnd(one), graphEnd(other)] : [graphEnd(other), graphEnd(one)]
  if (from.path !== to.path) return say('refusal.wall')
  const graph = insideOf(diagram, from.path)
  return graph === undefined ? say('refusal.wall') : { path: from.path, graph, from: from.text, to: to.text }
}

/** What the structure of the document says: fast. */
export function structuralVerdict(diagram: Diagram, one: HandleRef, other: HandleRef): true | Refusal {
  const wire = wireBetween(diagram, one, other)
  if (typeof wire === 'string') return { sentence: wire }
  const why = canConnect(diagram, wire.graph, wire.from, wire.to)
  return why === undefined || { sentence: tellNow(why) }
}

/** The same and whether the shapes fit, which needs the whole model to be worked out once. */
export function verdict(diagram: Diagram, view: View, one: HandleRef, other: HandleRef): true | Refusal {
  const structural = structuralVerdict(diagram, one, other)
  if (structural !== true) return structural
  const misfit = misfitOf(diagram, view, wireBetween(diagram, one, other) as Wire) // The structure allows it.
  return misfit === undefined || { sentence: tellNow(misfit.message), misfit }
}

/** The handles at which an edge from here could end, as far as directions and walls say. */
export function candidates(graph: Graph, start: HandleRef): HandleRef[] {
  const home = graphEnd(start).path
  const wanted = begins(start.kind) ? ['t', 'T'] : ['s', 'S']
  const found: HandleRef[] = []
  for (const node of everyNode(graph)) {
    const lists = [
      { kind: 't', ports: node.inputs },
      { kind: 's', ports: node.outputs },
      { kind: 'S', ports: node.inside?.inputs ?? [] },
      { kind: 'T', ports: node.inside?.outputs ?? [] },
    ] as const
    for (const { kind, ports } of lists) {
      if (!wanted.includes(kind)) continue
      for (const port of ports) {
        const ref: HandleRef = { path: node.path, kind, port: port.id }
        if (graphEnd(ref).path === home && !(ref.path === start.path && 'st'.includes(kind))) found.push(ref)
      }
    }
  }
  return found
}
