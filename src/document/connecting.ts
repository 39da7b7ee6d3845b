// Whether an edge may be drawn, as far as the document's structure says. Sizes of tensors are `semantics`' half.
import { endOf, endText } from './ends'
import { bodyAt } from './place'
import { kindsMeet, portAt, portsOf, type DiagramPort } from './ports'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody } from './schema'

/** Why not, in a sentence; undefined where it may. An input that has an edge already gets the new one in its place. */
export function canConnect(diagram: Diagram, graph: string, from: string, to: string): string | undefined {
  const body = bodyAt(diagram, graph)
  if (!body) return 'There is no such graph.'
  const [output, input] = [portAt(diagram, graph, from, 'from'), portAt(diagram, graph, to, 'to')]
  if (output !== 'any' && 'missing' in output) return output.missing
  if (input !== 'any' && 'missing' in input) return input.missing
  if (!kindsMeet(output, input)) return `${from} gives ${kindsOf(output)}, and ${to} takes ${kindsOf(input)}.`
  const [source, target] = [endOf(from).node, endOf(to).node]
  if (source === target) return 'A node cannot feed itself.'
  // The edge that is replaced no longer counts.
  if (
    leadsTo(
      body.edges.filter((edge) => edge.to !== to),
      target,
      source,
    )
  )
    return `That would close a loop: ${target} already feeds ${source}.`
  return undefined
}

function kindsOf(port: DiagramPort | 'any'): string {
  return port === 'any' ? 'anything' : (port.kinds ?? []).join(' or ')
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

function isMissing(port: ReturnType<typeof portAt>): port is { readonly missing: string } {
  return port !== 'any' && 'missing' in port
}

/** The edges that close the gap when a node goes: from what feeds its one main input to what its one output feeds. */
export function healing(diagram: Diagram, graph: string, body: GraphBody, node: DiagramNode): readonly DiagramEdge[] {
  const ports = portsOf(diagram, graph, node)
  const isMain = (edge: DiagramEdge) => !ports?.inputs.find((port) => port.id === endOf(edge.to).port)?.side
  const incoming = body.edges.filter((edge) => endOf(edge.to).node === node.id && isMain(edge))
  const outgoing = body.edges.filter((edge) => endOf(edge.from).node === node.id)
  const [feeding] = incoming
  if (!feeding || incoming.length > 1 || new Set(outgoing.map((edge) => edge.from)).size !== 1) return []
  const source = portAt(diagram, graph, feeding.from, 'from')
  const healed = outgoing.map((edge) => ({ ...edge, from: endText(endOf(feeding.from)) }))
  const fits = healed.every((edge) => {
    const target = portAt(diagram, graph, edge.to, 'to')
    return !isMissing(source) && !isMissing(target) && kindsMeet(source, target)
  })
  return fits ? healed : []
}
