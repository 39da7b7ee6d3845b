// What matters in a level: which edges carry the main flow and want to be straight, and from which side a small circle
// takes its inputs. Reads the edges only; places nothing.
import type { Flow, FlowEdge, FlowNode, FlowPort, Side } from './flow'

export interface Ranks {
  /** Nodes on the longest way from a source to the node, and from it to a sink. */
  readonly before: ReadonlyMap<string, number>
  readonly after: ReadonlyMap<string, number>
  /** Nodes before, or after, a port on the wall: where a row of a broken level goes on from another. */
  readonly walls?: ReadonlyMap<string, number>
}

/** Longest ways through the level. An edge that would close a circle counts for nothing. */
export function ranksOf(flow: Flow): Ranks {
  const incoming = new Map<string, FlowEdge[]>()
  const outgoing = new Map<string, FlowEdge[]>()
  // What enters from the side (a gate's weights, a mask, a residual) is not the main flow, however long its way.
  const sides = new Map(
    flow.nodes.map((node) => [
      node.id,
      new Set(node.ports.flatMap(({ id, side }) => (side === 'low' || side === 'high' ? [id] : []))),
    ]),
  )
  for (const edge of flow.edges) {
    if (edge.from.node === undefined || edge.to.node === undefined || sides.get(edge.to.node)?.has(edge.to.port))
      continue
    push(incoming, edge.to.node, edge)
    push(outgoing, edge.from.node, edge)
  }
  const longest = (next: (node: string) => readonly string[]) => {
    const known = new Map<string, number>()
    const open = new Set<string>()
    const visit = (node: string): number => {
      const value = known.get(node)
      if (value !== undefined) return value
      if (open.has(node)) return -1
      open.add(node)
      const result = 1 + Math.max(-1, ...next(node).map(visit))
      open.delete(node)
      known.set(node, result)
      return result
    }
    for (const node of flow.nodes) visit(node.id)
    return known
  }
  return {
    before: longest((node) => (incoming.get(node) ?? []).map((edge) => edge.from.node!)),
    after: longest((node) => (outgoing.get(node) ?? []).map((edge) => edge.to.node!)),
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** How many nodes lie on the longest way through the edge. */
function weightOf(edge: FlowEdge, ranks: Ranks): number {
  return behind(edge, ranks) + ahead(edge, ranks)
}

/** Small circles take the longest way on the flow, the others (residuals) from beside it. */
export function withCircleSides(flow: Flow, ranks: Ranks, preferred: 'low' | 'high'): Flow {
  const nodes = flow.nodes.map((node): FlowNode => {
    if (!node.sign) return node
    const arrivals = flow.edges
      .filter((edge) => edge.to.node === node.id && sideOf(node, edge.to.port) === 'start')
      .map((edge) => ({ port: edge.to.port, rank: behind(edge, ranks) }))
      .sort((a, b) => b.rank - a.rank)
    const order = [...new Set(arrivals.map(({ port }) => port))]
    const taken = new Set(node.ports.filter(({ side }) => side === 'low' || side === 'high').map(({ side }) => side))
    const both = preferred === 'low' ? (['low', 'high'] as const) : (['high', 'low'] as const)
    const free = both.filter((side) => !taken.has(side))
    const sides = new Map<string, Side>(order.slice(1).map((port, index) => [port, free[index] ?? 'start']))
    return { ...node, ports: node.ports.map((port): FlowPort => ({ ...port, side: sides.get(port.id) ?? port.side })) }
  })
  return { ...flow, nodes }
}

export function sideOf(node: FlowNode, port: string): Side | undefined {
  return node.ports.find(({ id }) => id === port)?.side
}

/** 10 on the longest way through the level, less beside it, 0 for what enters from the side. */
export function straightnessOf(flow: Flow, ranks: Ranks): Map<string, number> {
  const longest = Math.max(1, ...flow.edges.map((edge) => weightOf(edge, ranks)))
  const sides = new Map(
    flow.nodes.flatMap((node) => node.ports.map(({ id, side }) => [`${node.id}\n${id}`, side] as const)),
  )
  return new Map(
    flow.edges.map((edge) => {
      const side = edge.to.node === undefined ? 'end' : sides.get(`${edge.to.node}\n${edge.to.port}`)
      if (side === 'low' || side === 'high') return [edge.id, 0]
      const span = spanOf(edge, ranks)
      const weight = weightOf(edge, ranks) / longest
      return [edge.id, Math.max(1, Math.round((10 * weight * weight) / Math.max(1, span)))]
    }),
  )
}

/** How many columns an edge crosses; 1 between neighbours. */
function spanOf(edge: FlowEdge, { before, after }: Ranks): number {
  const { from, to } = edge
  if (from.node === undefined && to.node === undefined) return Math.max(1, ...before.values()) + 1
  if (from.node === undefined) return (before.get(to.node!) ?? 0) + 1
  if (to.node === undefined) return (after.get(from.node) ?? 0) + 1
  return (before.get(to.node) ?? 0) - (before.get(from.node) ?? 0)
}

/** The edges that reach a node on the flow, the one with the longest way behind it first. */
export function arrivalsAt(flow: Flow, node: FlowNode, ranks: Ranks): FlowEdge[] {
  return flow.edges
    .filter((edge) => edge.to.node === node.id && sideOf(node, edge.to.port) === 'start')
    .sort((a, b) => behind(b, ranks) - behind(a, ranks))
}

function behind({ from }: FlowEdge, { before, walls }: Ranks): number {
  return from.node === undefined ? (walls?.get(from.port) ?? 0) : (before.get(from.node) ?? 0) + 1
}

function ahead({ to }: FlowEdge, { after, walls }: Ranks): number {
  return to.node === undefined ? (walls?.get(to.port) ?? 0) : (after.get(to.node) ?? 0) + 1
}

/** One of several equals that meet at a node, or that part there: none of them is the main one, so none is straight. */
export function isBalanced(flow: Flow, edge: FlowEdge, ranks: Ranks): boolean {
  const target = flow.nodes.find(({ id }) => id === edge.to.node)
  if (target && sideOf(target, edge.to.port) === 'start' && !target.sign) {
    const ways = new Set(arrivalsAt(flow, target, ranks).map(({ from }) => `${from.node}|${from.port}`))
    const lengths = arrivalsAt(flow, target, ranks).map((each) => behind(each, ranks))
    if (ways.size > 1 && lengths[0]! - lengths[1]! <= Math.max(1, lengths[0]! / 3))
      return lengths.slice(0, 2).includes(behind(edge, ranks))
  }
  const siblings = flow.edges.filter(
    (each) =>
      each.from.node === edge.from.node &&
      each.from.port === edge.from.port &&
      (each.to.node === undefined ||
        sideOf(
          flow.nodes.find(({ id }) => id === each.to.node)!,
          each.to.port,
        ) === 'start'),
  )
  if (siblings.length < 2 || !siblings.includes(edge)) return false
  const lengths = siblings.map((each) => ahead(each, ranks)).sort((a, b) => b - a)
  return lengths[0] === lengths[1] && ahead(edge, ranks) === lengths[0]
}

/** What closed boxes take from beside the flow, without what stands right there (`satellites.ts`). */
export function sideEdgesOf(flow: Flow): FlowEdge[] {
  const isFree = new Map(flow.nodes.map((node) => [node.id, !node.fixed && !node.sign]))
  return flow.edges.filter(({ from, to }) => {
    const target =
      to.node !== undefined && isFree.get(to.node) ? flow.nodes.find(({ id }) => id === to.node) : undefined
    const side = target && sideOf(target, to.port)
    const isSource = from.node !== undefined && !flow.edges.some((each) => each.to.node === from.node)
    return (side === 'low' || side === 'high') && !isSource
  })
}

/** The same level, where those come from below. */
export function withSidesBelow(flow: Flow): Flow {
  const below = new Set(sideEdgesOf(flow).map(({ to }) => `${to.node}\n${to.port}`))
  const portOf = (node: FlowNode, port: FlowPort): FlowPort =>
    below.has(`${node.id}\n${port.id}`) ? { ...port, side: 'high' } : port
  return {
    ...flow,
    nodes: flow.nodes.map((node) => ({ ...node, ports: node.ports.map((port) => portOf(node, port)) })),
  }
}
