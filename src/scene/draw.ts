// Graph and layout to a scene: order, colours, title and legend. Decides no place inside the picture.
import { say } from '../document/words'
import type { Primitive } from '../drawing/primitives'
import type { Graph, GraphEdge, GraphNode } from '../graph/graph'
import type { View } from '../graph/view'
import type { Layout } from '../layout/layout'
import type { Analysis } from '../semantics/analyse'
import { gradientsOf, type Gradients } from '../semantics/gradients'
import type { Point } from '../shared/geometry'
import { drawEdge } from './edge'
import { footer, leastWidth, titleBlock } from './frame'
import { drawGradient, drawMark } from './gradients'
import { legend } from './legend'
import type { Look } from './look'
import { below, moveBox, moveRoute } from './move'
import { drawNode } from './node'
import type { Scene } from './scene'
import { themes } from './themes'

export type { Look } from './look'

const margin = 48

export function draw(graph: Graph, layout: Layout, analysis: Analysis, view: View, look: Look): Scene {
  const inner = Math.max(layout.width, leastWidth(analysis, view))
  const title = titleBlock(analysis, view, look, margin, inner)
  const gradients = look.gradients ? gradientsOf(analysis) : undefined
  const key = legend(graph, view, look, margin, inner, gradients)
  const foot = footer(analysis, view, look, margin, inner)
  const around = title.height + key.height + foot.height + 2 * margin
  const air = view.title ? airFor(inner + 2 * margin, layout.height + around) : 0
  const origin = { x: margin + (inner - layout.width) / 2, y: margin + title.height + air / 2 }
  const bottom = origin.y + layout.height + air / 2
  const { about } = analysis.diagram
  return {
    width: Math.ceil(inner + 2 * margin),
    height: Math.ceil(bottom + key.height + foot.height + margin),
    ...(look.background && { background: themes[look.theme].page }),
    title: [say(about.title, view.language), analysis.variant?.id].filter(Boolean).join(' '),
    description: say(about.summary, view.language),
    primitives: [
      ...frameGroup('title', below(title.primitives, margin)),
      ...drawGraph(graph, layout, origin, view, look, gradients),
      ...frameGroup('legend', below(key.primitives, bottom)),
      ...frameGroup('sources', below(foot.primitives, bottom + key.height)),
    ],
    origin,
  }
}

/** A picture a little too flat for a slide gets air above and below, so that it is not drawn smaller than its width asks. */
function airFor(width: number, height: number): number {
  const missing = width / 2.3 - height
  return missing > 0 && missing < height * 0.25 ? Math.ceil(missing) : 0
}

function frameGroup(id: string, children: Primitive[]): Primitive[] {
  return children.length ? [{ kind: 'group', id, children }] : []
}

/** Containers first, then edges, then the nodes on them, level by level: reading order is z-order. */
export function drawGraph(
  graph: Graph,
  layout: Layout,
  origin: Point,
  view: View,
  look: Look,
  gradients?: Gradients,
): Primitive[] {
  const containers: Primitive[] = []
  const rest: Primitive[] = []
  const inside: Primitive[] = []
  const open = new Set(graph.nodes.filter((n) => n.inside).map((n) => n.id))
  for (const node of graph.nodes) {
    const at = layout.nodes.get(node.path)
    if (!at) continue
    const box = moveBox(at, origin)
    const mark = gradients ? drawMark(node, box, gradients, look) : []
    const children = [...drawNode(node, box, look, view.language), ...mark]
    const title = [node.title, node.count, node.sublabel].filter(Boolean).join(' · ')
    const group: Primitive = { kind: 'group', id: node.path, node: node.path, title, children }
    ;(node.inside ? containers : rest).push(group)
    if (node.inside) inside.push(...drawGraph(node.inside, layout, origin, view, look, gradients))
  }
  const edges = graph.edges.flatMap((edge): Primitive[] => {
    const route = layout.edges.get(edge.id)
    if (!route) return []
    const moved = moveRoute(route, origin)
    const isBack = gradients?.edges.has(edge.id) ?? false
    const back = isBack ? drawGradient(moved, closedSource(edge, graph), look) : []
    const children = [...drawEdge(edge, moved, hasHead(edge, open), look, view.language), ...back]
    return [{ kind: 'group', id: edge.id, edge: edge.id, title: edge.title, children }]
  })
  return [...containers, ...edges, ...rest, ...inside]
}

/** The line goes on, without a head, through the wall of an open container. */
function hasHead(edge: GraphEdge, open: ReadonlySet<string>): boolean {
  return edge.to.node !== undefined && !open.has(edge.to.node)
}

/** The box at which an edge begins, unless it stands open or is the wall. */
function closedSource({ from }: GraphEdge, { nodes }: Graph): GraphNode | undefined {
  return nodes.find((node) => node.id === from.node && !node.inside)
}
