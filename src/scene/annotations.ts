// Free texts, and frames around nodes, as primitives. They say nothing of states or modalities, so they are grey.
import type { Language } from '../document/schema'
import { blend } from '../drawing/colour'
import type { Primitive } from '../drawing/primitives'
import { frameCorner, frameLook, headingGap, textLooks } from '../graph/annotations'
import type { Graph, GraphFrame, GraphText } from '../graph/graph'
import { stackLines } from '../graph/lines'
import type { View } from '../graph/view'
import { annotationId, type PlacedFrame, type PlacedAnnotations } from '../layout/annotations'
import type { Layout } from '../layout/layout'
import type { Box, Point } from '../shared/geometry'
import { dimmed, isHidden, isLit } from './emphasis'
import type { Look } from './look'
import { moveBox } from './move'
import { richLine } from './text'
import { themes } from './themes'
import { pathIn } from '../shared/path'

/** The texts and frames of one graph. They step back, or are not there yet, with the nodes that they belong to. */
export function drawAnnotations(
  graph: Graph,
  path: string,
  layout: Layout,
  annotations: PlacedAnnotations,
  origin: Point,
  view: View,
  look: Look,
): { texts: Primitive[]; frames: Primitive[] } {
  const group = (id: string, title: string, nodes: readonly string[], draw: () => Primitive[]): Primitive[] => {
    const paths = nodes.map((node) => pathIn(path, node))
    if (paths.length > 0 && paths.every((each) => isHidden(each, look))) return []
    const isBack = paths.length > 0 && !paths.some((each) => isLit(each, look))
    const drawn = draw()
    return [{ kind: 'group', id, title, children: isBack ? dimmed(drawn, look) : drawn }]
  }
  return {
    frames: (graph.frames ?? []).flatMap((frame) => {
      const id = annotationId(path, 'frame', frame.id)
      const placed = annotations.frames.get(id)
      const draw = () => drawFrame(frame, placed!, origin, look, view.language)
      return placed ? group(id, frame.title, frame.nodes, draw) : []
    }),
    texts: (graph.texts ?? []).flatMap((text) => {
      const id = annotationId(path, 'text', text.id)
      const at = annotations.texts.get(id)
      const node = text.node === undefined ? undefined : layout.nodes.get(pathIn(path, text.node))
      const draw = () => drawText(text, moveBox(at!, origin), node && moveBox(node, origin), look, view.language)
      return at ? group(id, text.title, text.node === undefined ? [] : [text.node], draw) : []
    }),
  }
}

/** `node` is the box that a line leads to. */
function drawText(text: GraphText, at: Box, node: Box | undefined, look: Look, language: Language): Primitive[] {
  const theme = themes[look.theme]
  const style = textLooks[text.textSize]
  const { baselines } = stackLines(text.lines, style, style.lineHeight, style.baseline)
  const ink = text.textSize === 'small' ? theme.muted : theme.ink
  return [
    ...(text.leader && node ? leader(at, node, theme.muted) : []),
    ...text.lines.flatMap((line, i) => (line ? richLine(line, at.x, at.y + baselines[i]!, style, ink, language) : [])),
  ]
}

/** The shortest way from the text to the box; none where they touch. */
function leader(from: Box, to: Box, stroke: string): Primitive[] {
  const gap = 4
  const text = { x: from.x - gap, y: from.y - gap, width: from.width + 2 * gap, height: from.height + 2 * gap }
  const start = nearest(text, middle(to))
  const end = nearest(to, start)
  const begin = nearest(text, end)
  if (Math.hypot(end.x - begin.x, end.y - begin.y) < 3) return []
  const round = (value: number) => Math.round(value * 100) / 100
  const d = `M${round(begin.x)} ${round(begin.y)}L${round(end.x)} ${round(end.y)}`
  return [{ kind: 'path', d, fill: 'none', stroke, strokeWidth: 1.2, cap: 'round' }]
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function nearest({ x, y, width, height }: Box, to: Point): Point {
  return { x: Math.min(Math.max(to.x, x), x + width), y: Math.min(Math.max(to.y, y), y + height) }
}

function drawFrame(
  frame: GraphFrame,
  { pieces, heading }: PlacedFrame,
  origin: Point,
  look: Look,
  language: Language,
): Primitive[] {
  const theme = themes[look.theme]
  const stroke = blend(theme.page, theme.muted, 0.7)
  const pen = { fill: 'none', stroke, strokeWidth: 1.2, dash: [7, 4] } as const
  const walls = pieces.map((piece, i): Primitive => {
    const box = moveBox(piece, origin)
    if (i === 0 && heading) return { kind: 'path', d: openWall(box, moveBox(heading, origin)), ...pen }
    return { kind: 'rect', ...box, radius: frameCorner, ...pen }
  })
  if (!heading) return walls
  const { x, y } = moveBox(heading, origin)
  const words = richLine(frame.line, x + headingGap, y + frameLook.baseline, frameLook, theme.muted, language)
  return [...walls, ...words]
}

/** All around with rounded corners, but for the words on one of the flat walls. */
function openWall({ x, y, width, height }: Box, words: Box): string {
  const [left, right, top, bottom, r] = [x, x + width, y, y + height, frameCorner]
  const from = (px: number, py: number) => `M${px} ${py}`
  const to = (px: number, py: number) => `L${px} ${py}`
  const turn = (cx: number, cy: number, px: number, py: number) => `Q${cx} ${cy} ${px} ${py}`
  const down = to(right, bottom - r) + turn(right, bottom, right - r, bottom)
  const up = to(left, top + r) + turn(left, top, left + r, top)
  const start = words.x + words.width
  if (words.y < y + height / 2)
    return (
      from(start, top) +
      to(right - r, top) +
      turn(right, top, right, top + r) +
      down +
      to(left + r, bottom) +
      turn(left, bottom, left, bottom - r) +
      up +
      to(words.x, top)
    )
  return (
    from(words.x, bottom) +
    to(left + r, bottom) +
    turn(left, bottom, left, bottom - r) +
    up +
    to(right - r, top) +
    turn(right, top, right, top + r) +
    down +
    to(start, bottom)
  )
}
