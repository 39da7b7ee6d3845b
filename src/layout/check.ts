// Says what is wrong with a layout, one sentence a fault; an empty list is a sound layout. Tests hold every
// picture to it, and `keep` what it carried over. Changes nothing.
import type { Graph, GraphEdge, GraphNode } from '../graph/graph'
import { box } from '../graph/typography'
import { levelOf } from '../shared/edgeId'
import type { Box, Point } from '../shared/geometry'
import type { Layout } from './layout'
import type { PlacedLevel } from './orient'
import { collinearOverlap, contains, intersection, isOnWall, overlap, segmentsOf, type Segment } from './plane'
import { cardsReach, overhang, titleArea } from './reserved'

const leastGap = 8
const tolerance = 0.5

export function checkLayout(graph: Graph, layout: Layout): string[] {
  const faults: string[] = []
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height }
  if (![layout.width, layout.height].every(Number.isFinite)) faults.push('The picture has no size.')
  checkLevel(graph, layout, undefined, whole, faults)
  checkLabels(graph, layout, whole, faults)
  return faults
}

/** Of one level alone, whatever stands open in it. */
export function levelFaults(graph: Graph, level: PlacedLevel, holder: GraphNode | undefined): string[] {
  const faults: string[] = []
  const whole = { x: 0, y: 0, width: level.width, height: level.height }
  const flat = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, inside: undefined })) }
  const layout = {
    ...whole,
    nodes: new Map(graph.nodes.flatMap(({ id, path }) => (level.nodes.has(id) ? [[path, level.nodes.get(id)!]] : []))),
    edges: new Map(
      graph.edges.flatMap(({ id }, index) => {
        const route = level.routes.get(String(index))
        return route ? [[id, route]] : []
      }),
    ),
  }
  checkLevel(flat, layout, holder, whole, faults)
  checkLabels(flat, layout, whole, faults)
  for (const [id, { label }] of layout.edges) {
    if (holder && label && overlap(label, titleArea(holder, whole), 0))
      faults.push(`The label of ${id} lies on the title of ${holder.path}.`)
  }
  return faults
}

function checkLevel(graph: Graph, layout: Layout, holder: GraphNode | undefined, wall: Box, faults: string[]): void {
  const where = holder?.path ?? 'the picture'
  const area = holder ? { ...wall, y: wall.y + box.header, height: wall.height - box.header } : wall
  const boxes = new Map<string, Box>()
  for (const node of graph.nodes) {
    const at = layout.nodes.get(node.path)
    if (!at || !Object.values(at).every(Number.isFinite)) faults.push(`${node.path} has no place.`)
    else boxes.set(node.id, at)
  }
  graph.nodes.forEach((node, index) => {
    const at = boxes.get(node.id)
    if (!at) return
    if (!contains(area, at, tolerance)) faults.push(`${node.path} lies outside ${where}.`)
    if (holder && node.stacked && at.y - cardsReach < area.y - tolerance)
      faults.push(`The cards of ${node.path} lie under the title of ${where}.`)
    for (const other of graph.nodes.slice(index + 1)) {
      const otherAt = boxes.get(other.id)
      if (otherAt && overlap(at, otherAt, leastGap - tolerance)) faults.push(`${node.path} and ${other.path} overlap.`)
    }
    if (node.inside) checkLevel(node.inside, layout, node, at, faults)
  })
  const drawn = graph.edges.filter((edge) => layout.edges.has(edge.id))
  for (const edge of graph.edges) {
    if (!layout.edges.has(edge.id) && hasEnds(graph, edge)) faults.push(`${edge.id} has no route.`)
  }
  for (const edge of drawn) checkRoute(edge, layout, boxes, holder, wall, faults)
  drawn.forEach((edge, index) => {
    for (const other of drawn.slice(index + 1)) {
      if (netOf(edge) !== netOf(other) && shareLine(edge, other, layout)) {
        faults.push(`${edge.id} and ${other.id} lie on one line.`)
      }
    }
  })
}

const netOf = ({ from }: GraphEdge) => `${from.node ?? ''}.${from.port}`

function hasEnds(graph: Graph, { from, to }: GraphEdge): boolean {
  const node = (id: string | undefined) => graph.nodes.find((each) => each.id === id)
  const outputs = from.node === undefined ? graph.inputs : (node(from.node)?.outputs ?? [])
  const inputs = to.node === undefined ? graph.outputs : (node(to.node)?.inputs ?? [])
  return outputs.some(({ id }) => id === from.port) && inputs.some(({ id }) => id === to.port)
}

function checkRoute(
  edge: GraphEdge,
  layout: Layout,
  boxes: ReadonlyMap<string, Box>,
  holder: GraphNode | undefined,
  wall: Box,
  faults: string[],
): void {
  const { points } = layout.edges.get(edge.id)!
  if (points.length < 2 || !points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) {
    faults.push(`${edge.id} has no line.`)
    return
  }
  const segments = segmentsOf(points)
  if (segments.some(([a, b]) => Math.abs(a.x - b.x) > 0.01 && Math.abs(a.y - b.y) > 0.01)) {
    faults.push(`${edge.id} has a slanting piece.`)
  }
  const ends: [string | undefined, Point][] = [
    [edge.from.node, points[0]!],
    [edge.to.node, points.at(-1)!],
  ]
  for (const [node, point] of ends) {
    const at = node === undefined ? wall : boxes.get(node)
    if (at && !isOnWall(at, point, tolerance))
      faults.push(`${edge.id} does not end on the wall of ${node ?? 'its graph'}.`)
  }
  for (const [node, at] of boxes) {
    if (segments.some((segment) => intersection(segment, at) > tolerance))
      faults.push(`${edge.id} runs through ${node}.`)
  }
  const slack = holder ? tolerance : overhang
  if (!segments.every(([a, b]) => contains(wall, a, slack) && contains(wall, b, slack))) {
    faults.push(`${edge.id} leaves ${holder?.path ?? 'the picture'}.`)
  }
  if (holder) {
    const text = titleArea(holder, wall)
    if (segments.some((segment) => intersection(segment, text) > tolerance)) {
      faults.push(`${edge.id} runs through the title of ${holder.path}.`)
    }
  }
}

function shareLine(edge: GraphEdge, other: GraphEdge, layout: Layout): boolean {
  const first = segmentsOf(layout.edges.get(edge.id)!.points)
  const second = segmentsOf(layout.edges.get(other.id)!.points)
  return first.some((a) => second.some((b) => collinearOverlap(a, b) > 1))
}

interface Labelled {
  readonly edge: GraphEdge
  readonly label: Box
}

function checkLabels(graph: Graph, layout: Layout, whole: Box, faults: string[]): void {
  const labels: Labelled[] = []
  const holders: { node: GraphNode; at: Box }[] = []
  const edges: GraphEdge[] = []
  const visit = (level: Graph) => {
    for (const edge of level.edges) {
      edges.push(edge)
      const label = layout.edges.get(edge.id)?.label
      if (edge.label && layout.edges.has(edge.id) && !label) faults.push(`${edge.id} has no room for its label.`)
      if (label) labels.push({ edge, label })
    }
    for (const node of level.nodes) {
      const at = layout.nodes.get(node.path)
      if (at) holders.push({ node, at })
      if (node.inside) visit(node.inside)
    }
  }
  visit(graph)
  labels.forEach(({ edge, label }, index) => {
    if (!contains(whole, label, tolerance)) faults.push(`The label of ${edge.id} lies outside the picture.`)
    const own = segmentsOf(layout.edges.get(edge.id)!.points)
    if (!own.some((segment) => intersection(segment, label) > 1))
      faults.push(`The label of ${edge.id} is not on its line.`)
    for (const { node, at } of holders) {
      const inside = node.inside && contains(at, label, tolerance)
      if (!inside && overlap(label, at, 0)) faults.push(`The label of ${edge.id} lies on ${node.path}.`)
      if (inside && overlap(label, titleArea(node, at), 0))
        faults.push(`The label of ${edge.id} lies on the title of ${node.path}.`)
    }
    for (const other of labels.slice(index + 1)) {
      if (overlap(label, other.label, 0)) faults.push(`The labels of ${edge.id} and ${other.edge.id} overlap.`)
    }
    for (const other of edges) {
      const route = layout.edges.get(other.id)
      if (!route || other.id === edge.id) continue
      // Lines of one output share their first stretch, and what is written there is said of all of them.
      const shared = netOf(other) === netOf(edge) && levelOf(other.id) === levelOf(edge.id)
      const isUnder = (segment: Segment) =>
        intersection(segment, label) > tolerance && !(shared && own.some((each) => collinearOverlap(each, segment) > 1))
      if (segmentsOf(route.points).some(isUnder)) {
        faults.push(`The label of ${edge.id} lies on the line of ${other.id}.`)
      }
    }
  })
}

/** How often lines of different outputs cross. */
export function crossings(layout: Layout): number {
  const lines = [...layout.edges].flatMap(([id, { points }]) => segmentsOf(points).map((segment) => ({ id, segment })))
  const seen = new Set<string>()
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      const at = line.id === other.id ? undefined : crossing(line.segment, other.segment)
      if (at) seen.add(`${Math.round(at.x)},${Math.round(at.y)}`)
    }
  })
  return seen.size
}

function crossing(first: Segment, second: Segment): Point | undefined {
  const isLevel = ([a, b]: Segment) => Math.abs(a.y - b.y) < 0.01
  const [flat, upright] = isLevel(first) ? [first, second] : [second, first]
  if (!isLevel(flat) || isLevel(upright)) return undefined
  const x = upright[0].x
  const y = flat[0].y
  const within = (value: number, a: number, b: number) => value > Math.min(a, b) + 0.5 && value < Math.max(a, b) - 0.5
  return within(x, flat[0].x, flat[1].x) && within(y, upright[0].y, upright[1].y) ? { x, y } : undefined
}
