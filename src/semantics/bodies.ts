// The order in which a graph's nodes can be computed, and who feeds whom.
import { endOf, type End } from '../document/ends'
import type { DiagramEdge, DiagramNode, GraphBody } from '../document/schema'

export interface Wiring {
  readonly nodes: ReadonlyMap<string, DiagramNode>
  /** By node id, then input port: the index of the edge that ends there. */
  readonly into: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly ends: readonly { readonly from: End; readonly to: End }[]
  readonly order: readonly string[]
  /** Ids of nodes that wait for each other. */
  readonly loop: readonly string[]
}

const wirings = new WeakMap<GraphBody, Wiring>()

/** Kept for as long as the body lives: bodies never change, they are replaced. */
export function wiringOf(body: GraphBody): Wiring {
  let wiring = wirings.get(body)
  if (!wiring) wirings.set(body, (wiring = wire(body)))
  return wiring
}

function wire(body: GraphBody): Wiring {
  const nodes = new Map(body.nodes.map((n) => [n.id, n]))
  const into = new Map<string, Map<string, number>>()
  const next = new Map<string, string[]>()
  const waiting = new Map<string, number>([...nodes.keys()].map((id) => [id, 0]))
  const ends = body.edges.map((e: DiagramEdge) => ({ from: endOf(e.from), to: endOf(e.to) }))
  ends.forEach(({ from, to }, i) => {
    const ports = into.get(to.node) ?? new Map<string, number>()
    ports.set(to.port, i)
    into.set(to.node, ports)
    if (!nodes.has(from.node) || !nodes.has(to.node)) return
    const after = next.get(from.node)
    if (after) after.push(to.node)
    else next.set(from.node, [to.node])
    waiting.set(to.node, waiting.get(to.node)! + 1)
  })
  const order = [...waiting].filter(([, n]) => n === 0).map(([id]) => id)
  for (let i = 0; i < order.length; i++)
    for (const id of next.get(order[i]!) ?? []) {
      const left = waiting.get(id)! - 1
      waiting.set(id, left)
      if (left === 0) order.push(id)
    }
  const done = new Set(order)
  return { nodes, into, ends, order, loop: [...nodes.keys()].filter((id) => !done.has(id)) }
}
