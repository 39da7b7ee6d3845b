// One picture as one slide: groups for containers, shapes for nodes, connectors for edges, everything else as it is drawn.
import type { GroupPrimitive, Primitive, TextPrimitive } from '../../drawing/primitives'
import { visibleText } from '../../drawing/text'
import type { Graph, GraphNode } from '../../graph/graph'
import { moveBox } from '../../scene/move'
import type { Drawn, Page } from '../exporter'
import { groupsIn } from '../scenes'
import { element, xmlHead } from '../xml'
import { createCanvas, extentOf, grouped, identity, solidFill, transform, type Canvas } from './canvas'
import { edgeShapes } from './connector'
import { describe, nodeShapes, portShapes } from './node'
import type { Palette } from './palette'
import { plainGroup, plainShapes, textExtent } from './plain'
import { anchorsOf, endsOf, type Anchors } from './sites'
import { fitToSlide, slideWidth } from './slideSize'
import { paragraphs } from './text'

export const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** `transition`: how this slide comes after the one before. */
export function slidePart(page: Page, palette: Palette, isOneOfMany: boolean, transition: string): string {
  const { scene, drawn } = page
  const canvas = createCanvas(palette, fitToSlide(scene), isOneOfMany)
  // A lens, or two pictures side by side, has none of the groups of the graph it was made from.
  const isPicture = scene.primitives.some((each) => each.kind === 'group' && each.node !== undefined)
  const shapes =
    drawn && isPicture ? picture(scene.primitives, scene.origin, drawn, canvas) : chart(scene.primitives, canvas)
  const title = titleShape(page, canvas)
  return (
    xmlHead +
    element(
      'p:sld',
      namespaces,
      element(
        'p:cSld',
        { name: titleOf(page) },
        scene.background !== undefined &&
          element(
            'p:bg',
            {},
            element('p:bgPr', {}, solidFill(palette, scene.background, 'bg1'), element('a:effectLst')),
          ),
        element('p:spTree', {}, treeHead(), title, shapes),
      ),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
      transition,
    )
  )
}

/** What every tree of shapes begins with. */
export function treeHead(): string {
  const nothing = { x: 0, y: 0 }
  const none = { cx: 0, cy: 0 }
  return (
    element('p:nvGrpSpPr', {}, identity({ id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')) +
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', nothing),
        element('a:ext', none),
        element('a:chOff', nothing),
        element('a:chExt', none),
      ),
    )
  )
}

export function titleOf({ scene, title }: Page): string {
  return visibleText(title ?? scene.title)
}

/** The size of the heading in the scene; what else stands there is smaller. */
const headingSize = 34

/** The slide's title, for outline and screen readers: the picture's own, or one that lies above the slide. */
function titleShape(page: Page, canvas: Canvas): string {
  const { palette, fit } = canvas
  const texts = headingIn(page)
  const at = texts.length
    ? extentOf(canvas, headingExtent(texts))
    : { x: 0, y: -600000, width: slideWidth, height: 500000 }
  const words: TextPrimitive = {
    kind: 'text',
    x: 0,
    y: 0,
    text: titleOf(page),
    size: 24,
    weight: 700,
    anchor: 'start',
    fill: palette.base.tx1,
  }
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: canvas.nextId(), name: canvas.name('Title') }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type: 'title' })),
    ),
    element('p:spPr', {}, transform(at)),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }, element('a:noAutofit')),
      element('a:lstStyle'),
      paragraphs(texts.length ? texts : [words], { palette, fit }),
    ),
  )
}

function headingIn({ scene }: Page): TextPrimitive[] {
  const block = scene.primitives.find((each) => each.kind === 'group' && each.id === 'title')
  if (block?.kind !== 'group') return []
  return block.children.filter((each) => each.kind === 'text').filter((each) => each.size === headingSize)
}

function headingExtent(texts: readonly TextPrimitive[]) {
  const rows = [...new Set(texts.map((each) => each.y))]
  const lines = rows.map((y) => {
    const row = texts.filter((each) => each.y === y)
    return { ...row[0]!, text: row.map((each) => each.text).join('   '), y }
  })
  return textExtent(lines)
}

function chart(primitives: readonly Primitive[], canvas: Canvas): string[] {
  return plainShapes(primitives, canvas, 'chart')
}

function picture(
  primitives: readonly Primitive[],
  origin: { readonly x: number; readonly y: number },
  { graph, layout }: Drawn,
  canvas: Canvas,
): string[] {
  const { drawn: groups, frames, notes } = groupsIn(primitives)
  const anchors = anchorsOf(graph, layout, (path) => groups.has(path), canvas.nextId)
  const frame = (id: string, name: string) => {
    const block = frames.get(id)
    const children = block?.children.filter((each) => each.kind !== 'text' || each.size !== headingSize) ?? []
    return plainGroup(children, canvas, name)
  }
  return [
    ...frame('title', 'Summary'),
    ...level(graph, undefined, { groups, anchors, origin, layout }, canvas),
    ...notes.flatMap((note) => plainGroup(note.children, canvas, note.title || note.id || 'Note')),
    ...frame('caption', 'Caption'),
    ...frame('legend', 'Legend'),
    ...frame('sources', 'Sources'),
  ]
}

interface Known {
  readonly groups: ReadonlyMap<string, GroupPrimitive>
  readonly anchors: Anchors
  readonly origin: { readonly x: number; readonly y: number }
  readonly layout: Drawn['layout']
}

/**
 * Connectors lie behind everything: programs that route them anew may lead them through a box. Then containers with what
 * is in them, then nodes, then labels.
 */
function level(graph: Graph, wall: string | undefined, known: Known, canvas: Canvas): string[] {
  const { groups, anchors, origin, layout } = known
  const edges = graph.edges.flatMap((edge) => {
    const [group, route] = [groups.get(edge.id), layout.edges.get(edge.id)]
    if (!group || !route) return []
    const ends = endsOf(graph, edge, wall)
    const glued = { from: anchors.get(ends.from ?? ''), to: anchors.get(ends.to ?? '') }
    return [edgeShapes(group, edge, route, glued, origin, canvas)]
  })
  const containers: string[] = []
  const nodes: string[] = []
  for (const node of graph.nodes) {
    const [group, anchor] = [groups.get(node.path), anchors.get(node.path)]
    // What is not selected may hold what is.
    if (!group || !anchor) {
      if (node.inside) containers.push(...level(node.inside, node.path, known, canvas))
      continue
    }
    const { shape, marks } = nodeShapes(group, node, anchor, origin, canvas)
    const at = moveBox(anchor.box, origin)
    if (node.inside) {
      const inside = level(node.inside, node.path, known, canvas)
      const ports = portShapes(node, anchor, origin, canvas)
      containers.push(around(group, node, at, [shape, ...ports, ...marks, ...inside], canvas))
    } else nodes.push(marks.length ? around(group, node, at, [shape, ...marks], canvas) : shape)
  }
  return [...edges.map(({ connector }) => connector), ...containers, ...nodes, ...edges.flatMap(({ above }) => above)]
}

function around(
  group: GroupPrimitive,
  node: GraphNode,
  at: Parameters<typeof extentOf>[1],
  shapes: readonly string[],
  canvas: Canvas,
): string {
  const who = { id: canvas.nextId(), name: canvas.name(node.path), description: describe(group, node) }
  return grouped(who, extentOf(canvas, at), shapes)
}
