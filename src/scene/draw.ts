// Graph and layout to a scene: order, colours, title and legend. Decides no place inside the picture.
import type { StepCamera } from '../document/schema'
import { say } from '../document/words'
import { plainText } from '../drawing/math/spoken'
import type { Primitive } from '../drawing/primitives'
import type { EdgeEnd, Graph, GraphEdge, GraphNode } from '../graph/graph'
import type { View } from '../graph/view'
import { boxesOf, placeAnnotations, type PlacedAnnotations } from '../layout/annotations'
import type { Layout } from '../layout/layout'
import type { Analysis } from '../semantics/analyse'
import { gradientsOf, type Gradients } from '../semantics/gradients'
import type { Point } from '../shared/geometry'
import { drawAnnotations } from './annotations'
import { captionBlock, type Caption } from './caption'
import { drawEdge } from './edge'
import { concealed, concealedEdge, dimmed, endsOf, isHidden, isLit, revealed } from './emphasis'
import { strengthened } from './strong'
import { footer, leastWidth, titleBlock, type Framed } from './frame'
import { drawGradient, drawMark } from './gradients'
import { legend } from './legend'
import type { Look } from './look'
import { below as movedDown, moveBox, moveRoute } from './move'
import { drawNode } from './node'
import type { Scene } from './scene'
import { themes } from './themes'
import { unchanged } from './unchanged'
import { parentOf } from '../shared/path'

const [nodeUnchanged, edgeUnchanged] = [unchanged<GraphNode, Primitive>(), unchanged<GraphEdge, Primitive>()]
const [titleUnchanged, footerUnchanged] = [unchanged<Analysis, Framed>(), unchanged<Analysis, Framed>()]
const [legendUnchanged, groupUnchanged] = [unchanged<Graph, Framed>(), unchanged<Framed, Primitive>()]

const marginOf = ({ large }: View) => (large ? 10 : 48)

/** What stands around the picture besides what the view asks for. */
export interface Surround {
  /** Title and text of a step, below the picture; `all` of a talk, so that each has as much room as the longest. */
  readonly caption?: { readonly words: Caption; readonly all: readonly Caption[] }
  /** At least so much, so that pictures of one talk lie in the same place. */
  readonly room?: Room
  /** A slide, and what it shows of the picture; `drawOnSlide` draws it. */
  readonly slide?: OnSlide
}

export interface OnSlide {
  readonly camera: StepCamera
  readonly focus: readonly string[]
  /** Leaves out what is not seen, for programs that do not cut a picture at its edge. */
  readonly crops: boolean
}

export interface Room {
  readonly width: number
  readonly above: number
  readonly below: number
}

/** The room that a picture took without being asked for more. */
export function roomOf({ width, height, origin }: Scene, layout: Layout, view: View): Room {
  const margin = marginOf(view)
  return { width: width - 2 * margin, above: origin.y - margin, below: height - margin - origin.y - layout.height }
}

export function draw(
  graph: Graph,
  layout: Layout,
  analysis: Analysis,
  view: View,
  look: Look,
  { caption, room }: Surround = {},
): Scene {
  const margin = marginOf(view)
  const annotations = placeAnnotations(graph, layout)
  // What was written beside the picture belongs to the page, too.
  const over = overhang(layout, annotations)
  const wide = layout.width + over.left + over.right
  const inner = Math.max(wide, leastWidth(analysis, view), room?.width ?? 0)
  const page = [view, look, margin, inner]
  const title = titleUnchanged(analysis, page, () => titleBlock(analysis, view, look, margin, inner))
  const gradients = look.gradients ? gradientsOf(analysis) : undefined
  const said = captionBlock(caption?.words, caption?.all ?? [], view, look, margin, inner)
  const key = legendUnchanged(graph, [...page, gradients], () =>
    legend(revealed(graph, look), view, look, margin, inner, gradients),
  )
  const foot = footerUnchanged(analysis, page, () => footer(analysis, view, look, margin, inner))
  const around = title.height + said.height + key.height + foot.height + 2 * margin
  const air = view.title && !room ? airFor(inner + 2 * margin, layout.height + over.above + over.below + around) : 0
  const above = Math.max(title.height + air / 2 + over.above, room?.above ?? 0)
  const below = Math.max(over.below + air / 2 + said.height + key.height + foot.height, room?.below ?? 0)
  const origin = { x: margin + (inner - wide) / 2 + over.left, y: margin + above }
  const bottom = origin.y + layout.height + over.below + air / 2
  return {
    width: Math.ceil(inner + 2 * margin),
    height: Math.ceil(origin.y + layout.height + below + margin),
    ...(look.background && { background: themes[look.theme].page }),
    ...aboutOf(analysis, view),
    primitives: [
      ...frameGroup('title', title, margin),
      ...drawGraph(graph, layout, origin, view, look, gradients, annotations),
      ...frameGroup('caption', said, bottom),
      ...frameGroup('legend', key, bottom + said.height),
      ...frameGroup('sources', foot, bottom + said.height + key.height),
    ],
    origin,
  }
}

/** What a picture is called, and what is said of it. */
export function aboutOf({ diagram, variant }: Analysis, { language }: View): Pick<Scene, 'title' | 'description'> {
  const { title, summary } = diagram.about
  return {
    title: plainText([say(title, language), variant?.id].filter(Boolean).join(' ')),
    description: plainText(say(summary, language)),
  }
}

/** How far texts and frames reach beyond what was laid out. */
function overhang({ width, height }: Layout, annotations: PlacedAnnotations) {
  const boxes = boxesOf(annotations)
  const most = (values: readonly number[]) => Math.ceil(Math.max(0, ...values))
  return {
    left: most(boxes.map(({ x }) => -x)),
    right: most(boxes.map((box) => box.x + box.width - width)),
    above: most(boxes.map(({ y }) => -y)),
    below: most(boxes.map((box) => box.y + box.height - height)),
  }
}

/** A picture a little too flat for a slide gets air above and below, so that it is not drawn smaller than its width asks. */
function airFor(width: number, height: number): number {
  const missing = width / 2.3 - height
  return missing > 0 && missing < height * 0.25 ? Math.ceil(missing) : 0
}

function frameGroup(id: string, framed: Framed, dy: number): Primitive[] {
  if (framed.primitives.length === 0) return []
  return [groupUnchanged(framed, [dy], () => ({ kind: 'group', id, children: movedDown(framed.primitives, dy) }))]
}

/** Frames and containers first, then edges, then the nodes on them, level by level: reading order is z-order. */
export function drawGraph(
  graph: Graph,
  layout: Layout,
  origin: Point,
  view: View,
  look: Look,
  gradients?: Gradients,
  annotations: PlacedAnnotations = placeAnnotations(graph, layout),
): Primitive[] {
  const path = parentOf(graph.nodes[0]?.path ?? '')
  const containers: Primitive[] = []
  const rest: Primitive[] = []
  const inside: Primitive[] = []
  const toned = (isShining: boolean, primitives: Primitive[]) =>
    isShining ? (look.strong ? strengthened(primitives, look) : primitives) : dimmed(primitives, look)
  const around = [origin.x, origin.y, view.language, look, gradients]
  for (const node of graph.nodes) {
    const at = layout.nodes.get(node.path)
    if (!at || isHidden(node.path, look)) continue
    const group = nodeUnchanged(node, [at.x, at.y, at.width, at.height, ...around], () => {
      const shown = concealed(node, look)
      const box = moveBox(at, origin)
      const mark = gradients ? drawMark(shown, box, gradients, look) : []
      const children = toned(isLit(node.path, look), [...drawNode(shown, box, look, view.language), ...mark])
      const title = [shown.title, shown.count, shown.sublabel].filter(Boolean).join(' · ')
      return { kind: 'group', id: node.path, node: node.path, title, children }
    })
    ;(node.inside ? containers : rest).push(group)
    if (node.inside) inside.push(...drawGraph(node.inside, layout, origin, view, look, gradients, annotations))
  }
  const edges = graph.edges.flatMap((edge): Primitive[] => {
    const route = layout.edges.get(edge.id)
    const ends = endsOf(edge, path)
    if (!route || ends.some((end) => isHidden(end, look))) return []
    const [from, to] = [closedEnd(edge.from, graph), closedEnd(edge.to, graph)]
    const drawn = edgeUnchanged(edge, [route, from, to, ...around], () => {
      const moved = moveRoute(route, origin)
      const isBack = gradients?.edges.has(edge.id) ?? false
      const back = isBack ? drawGradient(moved, from, look) : []
      const line = [...drawEdge(concealedEdge(edge, look), moved, to, look, view.language), ...back]
      const children = toned(
        ends.every((end) => isLit(end, look)),
        line,
      )
      return { kind: 'group', id: edge.id, edge: edge.id, title: edge.title, children }
    })
    return [drawn]
  })
  const { texts, frames } = drawAnnotations(graph, path, layout, annotations, origin, view, look)
  return [...frames, ...containers, ...edges, ...rest, ...texts, ...inside]
}

/** The box at an end of an edge, unless it stands open, where the line goes on through its wall, or is the wall around. */
function closedEnd(end: EdgeEnd, { nodes }: Graph): GraphNode | undefined {
  return nodes.find((node) => node.id === end.node && !node.inside)
}
