// What stands out when one asks for what is joined to the selection; all else steps back. Pure.
import type { GroupPrimitive } from '../../drawing/primitives'
import type { Graph } from '../../graph/graph'
import { neighboursIn, type Way } from '../../graph/neighbours'
import { traceOf, type Reach, type Trace } from '../../semantics/trace'
import { endOf } from '../../document/ends'
import { everyNode } from '../../graph/walk'
import type { EditorState, Shown } from '../state'
import { isEdge, isNode } from '../selected'
import { isWithin, pathIn, pathsTo } from '../../shared/path'
import { edgeIdParts } from '../../shared/edgeId'

export interface Spotlight extends Trace {
  /** For the groups of the scene. */
  isFaint(group: GroupPrimitive): boolean
}

let last: { shown: Shown; selection: readonly string[]; kind: string; found: Spotlight | undefined } | undefined

/** Undefined where there is nothing to single out. The same object as long as nothing changes. */
export function spotlightOf({ session, history }: EditorState): Spotlight | undefined {
  const { spotlight: kind, shown } = session
  if (!kind || !shown) return undefined
  const { selection } = history.present
  if (last?.shown !== shown || last.selection !== selection || last.kind !== kind)
    last = { shown, selection, kind, found: compute(shown, selection, kind) }
  return last.found
}

function compute(shown: Shown, selection: readonly string[], kind: 'trace' | 'neighbours'): Spotlight | undefined {
  const nodes = selection.filter(isNode)
  const edges = selection.filter(isEdge)
  if (nodes.length + edges.length === 0) return undefined
  const trace = kind === 'trace' ? traced(shown, nodes, edges) : adjacent(shown, nodes, edges)
  const lit = new Set([...trace.upstream.nodes, ...trace.downstream.nodes, ...nodes])
  const litEdges = new Set([...trace.upstream.edges, ...trace.downstream.edges, ...edges])
  // What holds something that stands out would hide it if it stepped back.
  for (const path of [...lit, ...litEdges].map((id) => id.split('#')[0]!))
    for (const each of pathsTo(path)) lit.add(each)
  const whole = kind === 'trace' ? nodes : [...trace.upstream.nodes, ...trace.downstream.nodes, ...nodes]
  const isInWhole = (path: string) => whole.some((each) => isWithin(path, each))
  const faint = new Set<string>()
  const visit = (level: Graph, path: string) => {
    const isWhole = path !== '' && isInWhole(path)
    for (const { id } of level.edges) if (!litEdges.has(id) && !isWhole) faint.add(id)
    for (const node of level.nodes) {
      if (!lit.has(node.path) && !isWhole) faint.add(node.path)
      if (node.inside) visit(node.inside, node.path)
    }
  }
  visit(shown.picture.graph, '')
  return { ...trace, isFaint: ({ node, edge }) => faint.has(node ?? edge ?? '') }
}

/** From an edge: what feeds its source, and what its target feeds. */
function traced({ picture: { analysis } }: Shown, nodes: readonly string[], edges: readonly string[]): Trace {
  const trace = traceOf(analysis, nodes)
  if (edges.length === 0) return trace
  const [sources, targets] = [endsOf(edges, 'from'), endsOf(edges, 'to')]
  const merge = (a: Reach, b: Reach, also: readonly string[]): Reach => ({
    nodes: new Set([...a.nodes, ...b.nodes, ...also]),
    edges: new Set([...a.edges, ...b.edges]),
  })
  return {
    upstream: merge(trace.upstream, traceOf(analysis, sources).upstream, sources),
    downstream: merge(trace.downstream, traceOf(analysis, targets).downstream, targets),
  }
}

function adjacent({ picture: { graph } }: Shown, nodes: readonly string[], edges: readonly string[]): Trace {
  const around = neighboursIn(graph)
  const there = new Set([...everyNode(graph)].map((node) => node.path))
  const reach = (way: Way, ends: readonly string[]): Reach => {
    const found = nodes.flatMap((path) => around.of(path, way))
    return {
      nodes: new Set([...found.map((each) => each.path), ...ends].filter((path) => there.has(path))),
      edges: new Set(found.flatMap((each) => each.edges)),
    }
  }
  return { upstream: reach('before', endsOf(edges, 'from')), downstream: reach('after', endsOf(edges, 'to')) }
}

function endsOf(edges: readonly string[], side: 'from' | 'to'): string[] {
  return edges.flatMap((id) => {
    const parts = edgeIdParts(id)
    const { node } = endOf(parts[side])
    return node === 'in' || node === 'out' ? [] : [pathIn(parts.path, node)]
  })
}
