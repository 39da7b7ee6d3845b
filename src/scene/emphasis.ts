// What a lecture points at: parts in focus while the rest is dimmed, parts not revealed yet, words that a quiz asks for.
// Dimmed colours are mixed with the page, so that they survive in every program; nothing moves.
import { blend } from '../drawing/colour'
import type { Primitive } from '../drawing/primitives'
import type { Graph, GraphEdge, GraphNode } from '../graph/graph'
import type { Look } from './look'
import { themes } from './themes'
import { isInLine, isWithin, pathIn } from '../shared/path'

const kept = 0.24

/** In focus, inside of it, or around it. Everything is, where nothing is in focus. */
export function isLit(path: string, { focus }: Look): boolean {
  if (!focus?.size || focus.has(path)) return true
  for (const each of focus) if (isInLine(path, each)) return true
  return false
}

/** Not revealed yet, itself or with what holds it. */
export function isHidden(path: string, { hidden }: Look): boolean {
  if (!hidden?.size) return false
  for (const each of hidden) if (isWithin(path, each)) return true
  return false
}

/** The paths of its ends; that of the graph where the wall is one. */
export function endsOf({ from, to }: GraphEdge, level: string): readonly [string, string] {
  const path = (node: string | undefined) => (node === undefined ? level : pathIn(level, node))
  return [path(from.node), path(to.node)]
}

/** Colours mixed with the page. */
export function dimmed(primitives: readonly Primitive[], look: Look): Primitive[] {
  const { page } = themes[look.theme]
  const dim = (colour: string) => (colour === 'none' ? colour : blend(page, colour, kept))
  const one = (primitive: Primitive): Primitive => {
    if (primitive.kind === 'group') return { ...primitive, children: primitive.children.map(one) }
    if (primitive.kind === 'text') return { ...primitive, fill: dim(primitive.fill) }
    return { ...primitive, fill: dim(primitive.fill), stroke: dim(primitive.stroke) }
  }
  return primitives.map(one)
}

/** What a quiz hides of a node, in the same place. */
export function concealed(node: GraphNode, { quiz }: Look): GraphNode {
  if (!quiz || quiz.revealed.has(node.path) || node.sign) return node
  const asked = quiz.asks.has('labels')
  return {
    ...node,
    ...(asked && { title: '?', titleLines: ['?'], sublabel: '', sublabelLines: [], count: '', badge: '' }),
    ...(quiz.asks.has('states') && { state: undefined, badge: '' }),
    // Second lines tell widths.
    ...(quiz.asks.has('shapes') && { sublabel: '', sublabelLines: [] }),
  }
}

/** What a quiz hides of an edge: the chip stays, with a question in it. */
export function concealedEdge(edge: GraphEdge, { quiz }: Look): GraphEdge {
  if (!quiz?.asks.has('shapes') || !edge.label || quiz.revealed.has(edge.id)) return edge
  return { ...edge, label: { ...edge.label, text: '?' } }
}

/** A graph without what is not revealed: for whoever counts what is in the picture, such as the legend. */
export function revealed(graph: Graph, look: Look): Graph {
  if (!look.hidden?.size && !look.quiz) return graph
  const nodes = graph.nodes
    .filter((node) => !isHidden(node.path, look))
    .map((node) => {
      const own = concealed(node, look)
      return own.inside ? { ...own, inside: revealed(own.inside, look) } : own
    })
  return { ...graph, nodes }
}
