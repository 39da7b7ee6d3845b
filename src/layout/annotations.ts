// Where free texts and frames are, once the nodes have their places: texts go along with a node or count from where pins
// do, frames are around their nodes. They take no room from anything.
import { grow, union } from '../drawing/bounds'
import { richWidth } from '../drawing/rich'
import { frameCorner, frameLook, frameMargin, headingGap } from '../graph/annotations'
import type { Graph, GraphFrame, GraphText } from '../graph/graph'
import type { Box, Point } from '../shared/geometry'
import type { Layout } from './layout'
import { contentOrigin } from './orient'
import { intersection, segmentsOf } from './plane'
import { pathIn } from '../shared/path'

export interface PlacedFrame {
  /** One, or several where other nodes stand between those that it goes around. */
  readonly pieces: readonly Box[]
  /** Where its words are, if it has any: on a wall of the first piece. */
  readonly heading?: Box
}

/** By id; see `annotationId`. */
export interface PlacedAnnotations {
  readonly texts: ReadonlyMap<string, Box>
  readonly frames: ReadonlyMap<string, PlacedFrame>
}

/** Unlike the path of a node and the id of an edge. */
export function annotationId(path: string, kind: 'text' | 'frame', id: string): string {
  return `${path}#${kind}:${id}`
}

export function placeAnnotations(graph: Graph, layout: Layout): PlacedAnnotations {
  const texts = new Map<string, Box>()
  const frames = new Map<string, PlacedFrame>()
  const visit = (level: Graph, path: string) => {
    for (const frame of level.frames ?? []) {
      const placed = placeFrame(frame, level, path, layout)
      if (placed) frames.set(annotationId(path, 'frame', frame.id), placed)
    }
    for (const text of level.texts ?? [])
      texts.set(annotationId(path, 'text', text.id), textBox(text, level, path, layout))
    for (const node of level.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(graph, '')
  return { texts, frames }
}

/** Everything of them that takes up room on the page. */
export function boxesOf({ texts, frames }: PlacedAnnotations): Box[] {
  return [
    ...texts.values(),
    ...[...frames.values()].flatMap(({ pieces, heading }) => (heading ? [...pieces, heading] : pieces)),
  ]
}

function textBox(text: GraphText, level: Graph, path: string, layout: Layout): Box {
  const at =
    (text.node === undefined ? undefined : layout.nodes.get(pathIn(path, text.node))) ?? pinOrigin(level, layout, path)
  return { x: at.x + text.at.x, y: at.y + text.at.y, ...text.size }
}

/** The heading stands on a wall of the frame, where no line crosses it. */
function placeFrame({ nodes, line }: GraphFrame, level: Graph, path: string, layout: Layout): PlacedFrame | undefined {
  const boxAt = (id: string) => layout.nodes.get(pathIn(path, id)) ?? []
  const own = new Set(nodes)
  const others = level.nodes.filter(({ id }) => !own.has(id)).flatMap(({ id }) => boxAt(id))
  const pieces = merged(nodes.flatMap(boxAt), others)
    .map((box) => grow(box, frameMargin))
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
  const [first] = pieces
  if (!first || line === '') return first && { pieces }
  const size = {
    width: Math.ceil(richWidth(line, frameLook.size, frameLook.weight)) + 2 * headingGap,
    height: frameLook.lineHeight,
  }
  const wide = { ...first, width: Math.max(first.width, size.width + 2 * frameCorner) }
  const left = wide.x + frameCorner
  const right = wide.x + wide.width - frameCorner - size.width
  const walls = [wide.y, wide.y + wide.height].map((y) => y - size.height / 2)
  const places = walls.flatMap((y) => [left, right, (left + right) / 2].map((x) => ({ x, y, ...size })))
  const lines = level.edges.flatMap(({ id }) => segmentsOf(layout.edges.get(id)?.points ?? []))
  const isFree = (box: Box) =>
    !others.some((other) => meet(box, other)) && !lines.some((segment) => intersection(segment, box) > 0.5)
  return { pieces: [wide, ...pieces.slice(1)], heading: places.find(isFree) ?? places[0]! }
}

/** More nodes than this get one frame around all. */
const mostPieces = 60

/** Boxes around the boxes, as few as there can be without any of the others in them; those nearest come together first. */
function merged(boxes: readonly Box[], others: readonly Box[]): Box[] {
  const around = (a: Box, b: Box) => union(a, b)!
  if (boxes.length > mostPieces) return [boxes.reduce(around)]
  let pieces = [...boxes]
  for (;;) {
    let best: { readonly a: Box; readonly b: Box; readonly box: Box; readonly waste: number } | undefined
    for (const [i, a] of pieces.entries())
      for (const b of pieces.slice(i + 1)) {
        const box = around(a, b)
        const waste = areaOf(box) - areaOf(a) - areaOf(b)
        if ((!best || waste < best.waste) && !others.some((other) => meet(grow(box, frameMargin / 2), other)))
          best = { a, b, box, waste }
      }
    if (!best) return pieces
    const { a, b, box } = best
    pieces = [...pieces.filter((each) => each !== a && each !== b), box]
  }
}

function areaOf({ width, height }: Box): number {
  return width * height
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The place in the picture from which the pins of a graph count. */
export function pinOrigin(level: Graph | undefined, layout: Layout, path: string): Point {
  const corner = layout.nodes.get(path) ?? { x: 0, y: 0 }
  const inset = level ? contentOrigin(level, path === '') : { x: 0, y: 0 }
  const shift = layout.shifts?.get(path) ?? { x: 0, y: 0 }
  return { x: corner.x + inset.x + shift.x, y: corner.y + inset.y + shift.y }
}
