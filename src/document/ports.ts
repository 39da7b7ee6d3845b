// The ports of a node and of a graph's own wall, whatever they come from.
import { blockOf } from '../blocks'
import type { Block, Port } from '../blocks/block'
import type { Kind } from '../blocks/tensor'
import { portsOf as blockPorts, valuesOf } from '../blocks/values'
import { expressionsOf } from './checkSymbols'
import { endOf, endText, type End } from './ends'
import { graphLookup, parseKept, symbolsIn, workOut } from './expressions'
import { own } from './own'
import { bodyAt, nodeIn } from './place'
import type { Diagram, DiagramNode, GraphBody, GraphPort, Words } from './schema'
import { kindWords } from '../blocks/tensorWords'
import type { Arg, Message } from '../shared/message'
import { checks } from './sentences/checks'
import { connections } from './sentences/connections'

export interface DiagramPort {
  readonly id: string
  readonly label?: Words
  /** What it takes or gives; absent where that is not said. */
  readonly kinds?: readonly Kind[]
  readonly optional: boolean
  readonly side: boolean
}

export interface Ports {
  readonly inputs: readonly DiagramPort[]
  readonly outputs: readonly DiagramPort[]
}

/** Undefined where nobody knows: an unknown block has whatever ports its edges name. */
export function portsOf(diagram: Diagram, graph: string, node: DiagramNode): Ports | undefined {
  const body = node.group ?? (node.module === undefined ? undefined : own(diagram.modules, node.module))
  if (body) return wallPorts(body)
  const block = node.block === undefined ? undefined : blockOf(node.block)
  if (!block) return undefined
  if (typeof block.inputs !== 'function' && typeof block.outputs !== 'function')
    return { inputs: block.inputs.map(fromBlock), outputs: block.outputs.map(fromBlock) }
  const found = computedPorts(diagram, graph, node, block)
  return found && { inputs: found.inputs.map(fromBlock), outputs: found.outputs.map(fromBlock) }
}

function computedPorts(diagram: Diagram, graph: string, node: DiagramNode, block: Block) {
  const lookup = graphLookup(diagram, graph)
  const values = valuesOf(block, node.params, (expression) => {
    const dim = workOut(expression, lookup)
    return dim ? { ok: true, dim } : parseKept(expression)
  })
  return values.ok ? blockPorts(block, values.values) : undefined
}

/** Whether which ports a node has depends on symbols, so that it may differ between variants. */
export function hasVaryingPorts(node: DiagramNode): boolean {
  const block = node.block === undefined ? undefined : blockOf(node.block)
  if (typeof block?.inputs !== 'function' && typeof block?.outputs !== 'function') return false
  for (const [where, expression] of expressionsOf(node))
    if (where.startsWith('params.') && symbolsIn(expression).size > 0) return true
  return false
}

/** Of a group or module, as seen from outside. */
export function wallPorts(body: GraphBody): Ports {
  return { inputs: (body.inputs ?? []).map(fromGraph), outputs: (body.outputs ?? []).map(fromGraph) }
}

function fromBlock(port: Port): DiagramPort {
  return {
    id: port.id,
    label: port.label,
    kinds: port.kinds,
    optional: port.optional ?? false,
    side: port.side ?? false,
  }
}

function fromGraph(port: GraphPort): DiagramPort {
  const { id, label, kind, optional = false, side = false } = port
  return { id, label, optional, side, ...(kind && { kinds: [kind] }) }
}

/**
 * What an edge's end is at: the port; `any` where it cannot be known; or a sentence that says what is missing.
 * `from` is where an edge begins: an output of a node, or an input of the graph that the edge is in.
 */
export function portAt(
  diagram: Diagram,
  graph: string,
  text: string,
  side: 'from' | 'to',
): DiagramPort | 'any' | { readonly missing: Message } {
  const body = bodyAt(diagram, graph)
  if (!body) return { missing: connections.noGraph({ graph }) }
  const end = endOf(text)
  if (end.port === '') return { missing: connections.noPortNamed({ end: text }) }
  if (end.node === 'in' || end.node === 'out') return wallPortAt(body, graph, end, side)
  const node = nodeIn(body, end.node)
  if (!node) return { missing: connections.noNode({ id: end.node }) }
  const ports = portsOf(diagram, graph, node)
  if (!ports) return 'any'
  const [own, other] = side === 'from' ? [ports.outputs, ports.inputs] : [ports.inputs, ports.outputs]
  const port = own.find((each) => each.id === end.port)
  if (port) return port
  if (other.some((each) => each.id === end.port))
    return { missing: (side === 'from' ? connections.isInput : connections.isOutput)({ end: text }) }
  const lacks = side === 'from' ? connections.noOutput : connections.noInput
  return { missing: lacks({ id: end.node, port: end.port, names: names(own) }) }
}

function wallPortAt(
  body: GraphBody,
  graph: string,
  end: End,
  side: 'from' | 'to',
): DiagramPort | { readonly missing: Message } {
  if (graph === '') return { missing: connections.noWallHere({ end: endText(end) }) }
  const wanted = side === 'from' ? 'in' : 'out'
  if (end.node !== wanted) return { missing: connections.wrongSide({ end: endText(end) }) }
  const ports = side === 'from' ? wallPorts(body).inputs : wallPorts(body).outputs
  const lacks = side === 'from' ? connections.wallNoInput : connections.wallNoOutput
  return ports.find((each) => each.id === end.port) ?? { missing: lacks({ port: end.port, names: names(ports) }) }
}

function names(ports: readonly DiagramPort[]): Arg {
  return ports.length === 0 ? checks.nothing() : ports.map((port) => port.id).slice(0, 20)
}

/** For a sentence. */
export function kindsIn(port: DiagramPort | 'any'): Arg {
  return port === 'any'
    ? connections.anything()
    : { joined: 'or', of: (port.kinds ?? []).map((kind) => kindWords[kind]) }
}

/** Whether what one port gives can be what the other takes, as far as kinds say. */
export function kindsMeet(from: DiagramPort | 'any', to: DiagramPort | 'any'): boolean {
  if (from === 'any' || to === 'any' || !from.kinds?.length || !to.kinds?.length) return true
  return from.kinds.some((kind) => to.kinds!.includes(kind))
}
