// Whether an edge may be drawn, as far as the document's structure says. Sizes of tensors are `semantics`' half.
import { endOf } from './ends'
import { bodyAt } from './place'
import { kindsIn, kindsMeet, portAt, portsOf, type DiagramPort } from './ports'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody } from './schema'
import type { Message } from '../shared/message'
import { connections } from './sentences/connections'

/** Why not, in a sentence; undefined where it may. An input that has an edge already gets the new one in its place. */
export function canConnect(diagram: Diagram, graph: string, from: string, to: string): Message | undefined {
  const body = bodyAt(diagram, graph)
  if (!body) return connections.noSuchGraph()
  const [output, input] = [portAt(diagram, graph, from, 'from'), portAt(diagram, graph, to, 'to')]
  if (output !== 'any' && 'missing' in output) return output.missing
  if (input !== 'any' && 'missing' in input) return input.missing
  if (!kindsMeet(output, input))
    return connections.kindsApart({ from, gives: kindsIn(output), to, takes: kindsIn(input) })
  const [source, target] = [endOf(from).node, endOf(to).node]
  if (source === target) return connections.feedsItself()
  // The edge that is replaced no longer counts.
  if (
    leadsTo(
      body.edges.filter((edge) => edge.to !== to),
      target,
      source,
    )
  )
    return connections.closesLoop({ to: target, from: source })
  return undefined
}

/** Whether data flows from one node to another over these edges. */
export function leadsTo(edges: readonly DiagramEdge[], from: string, to: string): boolean {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const [source, target] = [endOf(edge.from).node, endOf(edge.to).node]
    const list = next.get(source)
    if (list) list.push(target)
    else next.set(source, [target])
  }
  const seen = new Set([from])
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true
    for (const each of next.get(id) ?? []) {
      if (seen.has(each)) continue
      seen.add(each)
      open.push(each)
    }
  }
  return false
}

export interface Splice {
  readonly input: string
  readonly output: string
}

/** The ports by which a new node fits into an edge, the main ones first; undefined where it does not fit. */
export function spliceInto(diagram: Diagram, graph: string, node: DiagramNode, edge: DiagramEdge): Splice | undefined {
  const ports = portsOf(diagram, graph, node)
  const [before, after] = [portAt(diagram, graph, edge.from, 'from'), portAt(diagram, graph, edge.to, 'to')]
  if (!ports || isMissing(before) || isMissing(after)) return undefined
  const mainFirst = (list: readonly DiagramPort[]) => [
    ...list.filter((port) => !port.side),
    ...list.filter((port) => port.side),
  ]
  const input = mainFirst(ports.inputs).find((port) => kindsMeet(before, port))
  const output = mainFirst(ports.outputs).find((port) => kindsMeet(port, after))
  return input && output && { input: input.id, output: output.id }
}

function isMissing(port: ReturnType<typeof portAt>): port is { readonly missing: Message } {
  return port !== 'any' && 'missing' in port
}

/**
 * The edges that close the gap when nodes go: what each fed is fed by what fed it, through chains and side branches that come
 * together again, as long as that is one source, and kinds allow.
 */
export function healing(
  diagram: Diagram,
  graph: string,
  body: GraphBody,
  gone: ReadonlySet<string>,
): readonly DiagramEdge[] {
  const incoming = new Map<string, DiagramEdge[]>()
  const used = new Map<string, Set<string>>()
  for (const edge of body.edges) {
    const [from, to] = [endOf(edge.from), endOf(edge.to)]
    if (gone.has(to.node)) incoming.set(to.node, [...(incoming.get(to.node) ?? []), edge])
    if (gone.has(from.node)) used.set(from.node, (used.get(from.node) ?? new Set()).add(from.port))
  }
  const portsOfGone = new Map(
    body.nodes.filter((node) => gone.has(node.id)).map((node) => [node.id, portsOf(diagram, graph, node)]),
  )
  const isMain = ({ to }: DiagramEdge) =>
    !portsOfGone.get(endOf(to).node)?.inputs.find((port) => port.id === endOf(to).port)?.side
  const known = new Map<string, ReadonlySet<string>>()
  /** The ends outside from which a node that goes is fed; several where it is not known which would do. */
  const sourcesOf = (id: string): ReadonlySet<string> => {
    const found = known.get(id)
    if (found) return found
    known.set(id, new Set()) // In a loop, which a document cannot have.
    const sources = new Set<string>()
    // What splits into several cannot be stood for by its one input.
    if ((used.get(id)?.size ?? 0) <= 1) {
      const all = (incoming.get(id) ?? []).filter(isMain)
      // What comes in and goes out by one name passes through, whatever else the node looks at.
      const through = all.filter(({ to }) => used.get(id)?.has(endOf(to).port))
      for (const edge of through.length > 0 ? through : all) {
        const { node } = endOf(edge.from)
        for (const source of gone.has(node) ? sourcesOf(node) : [edge.from]) sources.add(source)
      }
    }
    known.set(id, sources)
    return sources
  }
  return body.edges.flatMap((edge) => {
    if (!gone.has(endOf(edge.from).node) || gone.has(endOf(edge.to).node)) return []
    const [source, ...others] = sourcesOf(endOf(edge.from).node)
    if (source === undefined || others.length > 0) return []
    const [from, to] = [portAt(diagram, graph, source, 'from'), portAt(diagram, graph, edge.to, 'to')]
    return isMissing(from) || isMissing(to) || !kindsMeet(from, to) ? [] : [{ ...edge, from: source }]
  })
}
