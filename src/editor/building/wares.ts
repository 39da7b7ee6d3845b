// What can be added to a diagram: a block, a module of the document, a ready module.
import { uniqueId } from '../../document/ids'
import { bodyAt } from '../../document/place'
import { portsOf, type DiagramPort, type Ports } from '../../document/ports'
import type { Fragment } from '../../document/fragment'
import type { Diagram, DiagramNode } from '../../document/schema'
import { readyNow } from './load'
import type { ReadyId } from './ready'

export type Simple = { readonly block: string } | { readonly module: string }
export type Ware = Simple | { readonly ready: ReadyId }

export function isReady(ware: Ware): ware is { readonly ready: ReadyId } {
  return 'ready' in ware
}

/** A node of the ware, with an id that is free in the graph. */
export function newNode(
  diagram: Diagram,
  graph: string,
  ware: Simple,
  params?: DiagramNode['params'],
): DiagramNode | undefined {
  const body = bodyAt(diagram, graph)
  if (!body) return undefined
  const wish = 'block' in ware ? ware.block : ware.module
  const kind = 'block' in ware ? { block: ware.block } : { module: ware.module }
  return { id: uniqueId(body, wish), ...kind, ...(params && { params }) }
}

/** The ports that it would have in the graph; undefined where that is not known, or not yet. */
export function portsOfWare(diagram: Diagram, graph: string, ware: Ware): Ports | undefined {
  if (!isReady(ware)) {
    const node = newNode(diagram, graph, ware)
    return node && portsOf(diagram, graph, node)
  }
  const fragment = readyNow(ware.ready)
  return fragment && openPorts(fragment)
}

/** The ports of a fragment's nodes that no edge of it is at. */
function openPorts(fragment: Fragment): Ports {
  const taken = new Set(fragment.edges.flatMap(({ from, to }) => [`${from}>`, `>${to}`]))
  const all = fragment.nodes.map((node) => ({ id: node.id, ports: portsOf(fragment, '', node) }))
  const open = (side: 'inputs' | 'outputs', mark: (end: string) => string): DiagramPort[] =>
    all.flatMap(({ id, ports }) => ports?.[side].filter((port) => !taken.has(mark(`${id}.${port.id}`))) ?? [])
  return { inputs: open('inputs', (end) => `>${end}`), outputs: open('outputs', (end) => `${end}>`) }
}
