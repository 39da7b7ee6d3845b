// A part of a picture as a scene of its own: the nodes selected, what is inside them, and the edges between them.
import { bounds } from '../drawing/bounds'
import type { Graph, GraphNode } from '../graph/graph'
import type { View } from '../graph/view'
import type { Layout } from '../layout/layout'
import type { Analysis } from '../semantics/analyse'
import { gradientsOf } from '../semantics/gradients'
import { say } from '../document/words'
import { drawGraph } from './draw'
import type { Look } from './look'
import type { Scene } from './scene'
import { themes } from './themes'

const margin = 24

/** Undefined when none of the paths is in the picture. */
export function drawSelection(
  graph: Graph,
  layout: Layout,
  analysis: Analysis,
  view: View,
  look: Look,
  paths: readonly string[],
): Scene | undefined {
  const picked = pick(graph, new Set(paths))
  const names = namesOf(graph, new Set(paths))
  const gradients = look.gradients ? gradientsOf(analysis) : undefined
  const first = picked.flatMap((g) => drawGraph(g, layout, { x: 0, y: 0 }, view, look, gradients))
  const extent = bounds(first)
  if (!extent || !picked.length) return undefined
  const origin = { x: Math.ceil(margin - extent.x), y: Math.ceil(margin - extent.y) }
  return {
    width: Math.ceil(extent.width + 2 * margin),
    height: Math.ceil(extent.height + 2 * margin),
    ...(look.background && { background: themes[look.theme].page }),
    title: names.join(', '),
    description: say(analysis.diagram.about.title, view.language),
    primitives: picked.flatMap((g) => drawGraph(g, layout, origin, view, look, gradients)),
    origin,
  }
}

/** The selected nodes of each level with the edges between them; a selected container brings its inside. */
function pick(graph: Graph, paths: ReadonlySet<string>): Graph[] {
  const nodes = graph.nodes.filter((n) => paths.has(n.path))
  const ids = new Set(nodes.map((n) => n.id))
  const edges = graph.edges.filter((e) => ids.has(e.from.node ?? '') && ids.has(e.to.node ?? ''))
  const deeper = graph.nodes.filter((n) => !ids.has(n.id)).flatMap((n) => (n.inside ? pick(n.inside, paths) : []))
  const texts = graph.texts?.filter(({ node }) => node !== undefined && ids.has(node))
  const frames = graph.frames?.filter((frame) => frame.nodes.every((id) => ids.has(id)))
  return nodes.length ? [{ ...graph, nodes, edges, texts, frames }, ...deeper] : deeper
}

function namesOf(graph: Graph, paths: ReadonlySet<string>): string[] {
  const all = (n: GraphNode): string[] => [
    ...(paths.has(n.path) ? [n.title] : []),
    ...(n.inside && !paths.has(n.path) ? n.inside.nodes.flatMap(all) : []),
  ]
  return graph.nodes.flatMap(all)
}
