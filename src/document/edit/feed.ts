// How nodes that were put in are connected to what is there already.
import { canConnect } from '../connecting'
import { endOf, endText } from '../ends'
import type { Fragment, FragmentNotes } from '../fragment'
import { bodyAt, nodeIn, updateBody } from '../place'
import { portsOf } from '../ports'
import type { Diagram, DiagramEdge } from '../schema'
import { connections } from '../sentences/connections'
import type { Message } from '../../shared/message'
import { connect, edgeInto } from './edges'

export type Feed =
  /** By what fed the originals, and feeding what these fed where nothing else does now. */
  | { readonly as: 'before' }
  /** By a node of the graph. */
  | { readonly as: 'after'; readonly node: string }
  /** By an output of the graph, or feeding an input of it. */
  | { readonly as: 'from'; readonly from: string }
  | { readonly as: 'into'; readonly to: string }
  /** In the middle of the edge that ends there. */
  | { readonly as: 'onEdge'; readonly to: string }

/** `ids`: what the nodes of the fragment are called in the graph. */
export function fed(
  diagram: Diagram,
  fragment: Fragment,
  graph: string,
  ids: ReadonlyMap<string, string>,
  feed: Feed | undefined,
): Diagram {
  switch (feed?.as) {
    case undefined:
      return diagram
    case 'before':
      return fedAsBefore(diagram, fragment, graph, ids)
    case 'after':
      return fedSides(fedAfter(diagram, fragment, graph, ids, feed.node), fragment, graph, ids)
    case 'from':
      return fedSides(fedFrom(diagram, fragment, graph, ids, feed.from), fragment, graph, ids)
    case 'into':
      return fedSides(feeding(diagram, fragment, graph, ids, feed.to), fragment, graph, ids)
    case 'onEdge':
      return fedSides(fedOnEdge(diagram, fragment, graph, ids, feed.to) ?? diagram, fragment, graph, ids)
  }
}

/** Whether nodes that are in the graph already, with edges among them only, would fit on the edge that ends at `to`. */
export function fitsOnEdge(
  diagram: Diagram,
  fragment: Fragment,
  graph: string,
  ids: ReadonlyMap<string, string>,
  to: string,
): boolean {
  return fedOnEdge(diagram, fragment, graph, ids, to) !== undefined
}

type Ids = ReadonlyMap<string, string>

/** The edges that came in and went out before. */
type Cut = { readonly fragment: Pick<FragmentNotes, 'inputs' | 'outputs'> }

function renamed(text: string, ids: Ids): string {
  const { node, port } = endOf(text)
  return endText({ node: ids.get(node) ?? node, port })
}

function fedAsBefore(diagram: Diagram, fragment: Fragment, graph: string, ids: Ids): Diagram {
  const { inputs, outputs } = fragment.fragment
  const sources = new Set(inputs.map((edge) => edge.from))
  let changed = diagram
  for (const edge of inputs) changed = drawn(changed, graph, { ...edge, to: renamed(edge.to, ids) })
  for (const edge of outputs) {
    const there = edgeInto(changed, graph, edge.to)
    // Where they were taken out, the gap was healed with what fed them.
    if (!there || sources.has(there.from)) changed = drawn(changed, graph, { ...edge, from: renamed(edge.from, ids) })
  }
  return changed
}

function drawn(diagram: Diagram, graph: string, edge: DiagramEdge): Diagram {
  const connected = connect(diagram, graph, edge.from, edge.to)
  if (connected === diagram) return diagram
  return updateBody(connected, graph, (body) => ({
    ...body,
    edges: body.edges.map((each) => (each.to === edge.to ? edge : each)),
  }))
}

function fedAfter(diagram: Diagram, fragment: Fragment, graph: string, ids: Ids, node: string): Diagram {
  const body = bodyAt(diagram, graph)
  const source = body && nodeIn(body, node)
  const outputs = (source && portsOf(diagram, graph, source)?.outputs) ?? []
  for (const to of entries(diagram, fragment, graph, ids))
    for (const output of outputs) {
      const from = endText({ node, port: output.id })
      if (canConnect(diagram, graph, from, to) === undefined) return connect(diagram, graph, from, to)
    }
  return diagram
}

function fedFrom(diagram: Diagram, fragment: Fragment, graph: string, ids: Ids, from: string): Diagram {
  const entry = entries(diagram, fragment, graph, ids).find((to) => canConnect(diagram, graph, from, to) === undefined)
  return entry === undefined ? diagram : connect(diagram, graph, from, entry)
}

function feeding(diagram: Diagram, fragment: Fragment, graph: string, ids: Ids, to: string): Diagram {
  const exit = exits(diagram, fragment, graph, ids).find((from) => canConnect(diagram, graph, from, to) === undefined)
  return exit === undefined ? diagram : connect(diagram, graph, exit, to)
}

function fedOnEdge(diagram: Diagram, fragment: Cut, graph: string, ids: Ids, to: string): Diagram | undefined {
  const put = putOnEdge(diagram, fragment, graph, ids, to)
  return put.ok ? put.diagram : undefined
}

export type OnEdge =
  { readonly ok: true; readonly diagram: Diagram } | { readonly ok: false; readonly message: Message | undefined }

/** Puts nodes of the graph that are joined to nothing in the way on the edge that ends at `to`, or says why it cannot. */
export function putOnEdge(diagram: Diagram, cut: Cut, graph: string, ids: Ids, to: string): OnEdge {
  const edge = edgeInto(diagram, graph, to)
  if (!edge) return { ok: false, message: undefined }
  const [ins, outs] = [entries(diagram, cut, graph, ids), exits(diagram, cut, graph, ids)]
  if (ins.length === 0 || outs.length === 0)
    return { ok: false, message: connections.passesNothing({ node: [...ids.values()].join(', ') }) }
  const [entry, noEntry] = firstThat(ins, (each) => canConnect(diagram, graph, edge.from, each))
  const [exit, noExit] = firstThat(outs, (each) => canConnect(diagram, graph, each, to))
  if (entry === undefined || exit === undefined) return { ok: false, message: noEntry ?? noExit }
  return { ok: true, diagram: connect(drawn(diagram, graph, { ...edge, to: entry }), graph, exit, to) }
}

/** The first of these ends that is allowed, or why the first of all is not; there is one. */
function firstThat(
  ends: readonly string[],
  whyNot: (end: string) => Message | undefined,
): readonly [end: string | undefined, why: Message | undefined] {
  const end = ends.find((each) => whyNot(each) === undefined)
  return end === undefined ? [undefined, whyNot(ends[0]!)] : [end, undefined]
}

/** Masks and the like come from where they came from before, where that is there. */
function fedSides(diagram: Diagram, fragment: Fragment, graph: string, ids: Ids): Diagram {
  if (fragment.fragment.graph !== graph) return diagram
  let changed = diagram
  for (const edge of fragment.fragment.inputs) {
    const to = renamed(edge.to, ids)
    if (isSide(changed, graph, to) && !edgeInto(changed, graph, to)) changed = drawn(changed, graph, { ...edge, to })
  }
  return changed
}

/** Whether a node takes it from the side, as a mask. */
export function isSide(diagram: Diagram, graph: string, to: string): boolean {
  const { node, port } = endOf(to)
  const body = bodyAt(diagram, graph)
  const found = body && nodeIn(body, node)
  return (found && portsOf(diagram, graph, found)?.inputs.find((each) => each.id === port)?.side) ?? false
}

/**
 * The inputs by which data would enter: those that were fed from outside first, then whatever is open. What may as well stay
 * open, such as the targets of a loss, is not filled by chance.
 */
function entries(diagram: Diagram, fragment: Cut, graph: string, ids: Ids): string[] {
  const body = bodyAt(diagram, graph)!
  const open = [...ids.values()].flatMap((id) => {
    const node = nodeIn(body, id)
    const ports = (node && portsOf(diagram, graph, node)?.inputs) ?? []
    return ports.filter((port) => !port.side && !port.optional).map((port) => endText({ node: id, port: port.id }))
  })
  const before = fragment.fragment.inputs.map((edge) => renamed(edge.to, ids))
  const fedInside = new Set(body.edges.map((edge) => edge.to))
  return [...new Set([...before.filter((to) => !isSide(diagram, graph, to)), ...open])].filter(
    (to) => !fedInside.has(to),
  )
}

/** The outputs by which it would leave: those that fed something outside first, then whatever nothing takes, the last first. */
function exits(diagram: Diagram, fragment: Cut, graph: string, ids: Ids): string[] {
  const body = bodyAt(diagram, graph)!
  const all = [...ids.values()].toReversed().flatMap((id) => {
    const node = nodeIn(body, id)
    return (node ? (portsOf(diagram, graph, node)?.outputs ?? []) : []).map((port) =>
      endText({ node: id, port: port.id }),
    )
  })
  const taken = new Set(body.edges.map((edge) => edge.from))
  const before = fragment.fragment.outputs.map((edge) => renamed(edge.from, ids))
  return [
    ...new Set([...before.filter((from) => all.includes(from)), ...all.filter((from) => !taken.has(from)), ...all]),
  ]
}
