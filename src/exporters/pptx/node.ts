// A node as one shape: box, cards behind it, icon and band are its geometry, all that is written on it is its text. What
// has a colour of its own besides (the band of a partly trained node, marks of gradients) goes into a group with it.
import { plainText } from '../../drawing/math/spoken'
import type { GroupPrimitive, PathPrimitive, RectPrimitive, TextPrimitive } from '../../drawing/primitives'
import { segments } from '../../drawing/path'
import type { GraphNode } from '../../graph/graph'
import { hasIcon } from '../../graph/node'
import { box as metric, typographyOf } from '../../graph/typography'
import { moveBox } from '../../scene/move'
import type { Box, Point } from '../../shared/geometry'
import { nodeParts, type NodeParts } from '../scenes'
import { element } from '../xml'
import { extentOf, identity, outline, solidFill, transform, type Canvas } from './canvas'
import {
  customGeometry,
  end,
  middle,
  roundedRectangle,
  start,
  type Along,
  type ShapePath,
  type Spot,
  type Stroke,
} from './geometry'
import { slotOfState } from './palette'
import { plainShapes } from './plain'
import { sitesOf, type Anchor } from './sites'
import { paragraphs } from './text'

export interface NodeShapes {
  readonly shape: string
  /** To be grouped with it. */
  readonly marks: readonly string[]
}

export function nodeShapes(
  group: GroupPrimitive,
  node: GraphNode,
  anchor: Anchor,
  origin: Point,
  canvas: Canvas,
): NodeShapes {
  const at = moveBox(anchor.box, origin)
  const faces = facesOf(group, node, at)
  const inGroup = node.inside !== undefined || faces.others.length > 0
  return {
    shape: shapeOf(faces, group, node, anchor, at, canvas, inGroup),
    marks: plainShapes(faces.others, canvas, `${node.path} mark`),
  }
}

/** Too small to be seen; LibreOffice loses shapes of no size. */
const portSize = 720

/** What connectors are glued to at the wall of a container, from outside and from inside. */
export function portShapes(node: GraphNode, { touched }: Anchor, origin: Point, canvas: Canvas): string[] {
  return touched.map(({ id, point }) => {
    const { x, y } = canvas.fit.place({ x: point.x + origin.x, y: point.y + origin.y })
    return element(
      'p:sp',
      {},
      element(
        'p:nvSpPr',
        {},
        identity({ id, name: canvas.name(`${node.path} port`) }),
        element('p:cNvSpPr'),
        element('p:nvPr'),
      ),
      element(
        'p:spPr',
        {},
        transform({ x: x - portSize / 2, y: y - portSize / 2, width: portSize, height: portSize }),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
        element('a:noFill'),
        element('a:ln', {}, element('a:noFill')),
      ),
    )
  })
}

/** What alt text says: what is written on the node, as the scene says it, for a quiz may keep it back. */
export function describe(group: GroupPrimitive, node: GraphNode): string {
  return [group.title || node.title, node.badge, node.state].filter(Boolean).join(' · ')
}

/** Lines of text that can be edited; formulas are written as they are spoken. */
function writtenOn(node: GraphNode, { texts, formulas }: NodeParts, at: Box, ink: string): readonly TextPrimitive[] {
  if (!formulas.length) return texts
  const { title, sublabel } = typographyOf(node.large)
  const start = (style: typeof title | typeof sublabel) =>
    texts.find((each) => each.anchor === 'start' && each.size === style.size && each.weight === style.weight)
  const x = Math.min(...texts.filter((each) => each.anchor === 'start').map((each) => each.x), ...firstX(node, at))
  const line = (text: string, y: number, style: typeof title | typeof sublabel): TextPrimitive => ({
    kind: 'text',
    x,
    y,
    text: plainText(text),
    size: style.size,
    weight: style.weight,
    anchor: 'start',
    fill: start(style)?.fill ?? ink,
  })
  const top = node.inside ? at.y + 27 : at.y + metric.titleBaseline
  const under = top + node.titleLines.length * metric.titleLine + metric.sublabelGap
  const titles = node.titleLines.map((text, i) => line(text, top + i * metric.titleLine, title))
  const subs = node.sublabelLines.map((text, i) => line(text, under + i * metric.sublabelLine, sublabel))
  const beside = (text: string, y: number) =>
    texts.filter((each) => text !== '' && each.text === text).map((each) => ({ ...each, y }))
  const count = beside(node.count, titles.at(-1)?.y ?? top).slice(-1)
  const badge = beside(node.badge, top).filter((each) => each.anchor === 'end')
  return [...titles, ...count, ...badge, ...subs]
}

function firstX({ state, inside }: GraphNode, at: Box): number[] {
  return [at.x + metric.padding + (inside ? 4 : 0) + (hasIcon(state) ? metric.icon + metric.iconGap : 0)]
}

/** What has the colour of the shape's own pen is part of its geometry; the rest is drawn beside it. */
function facesOf(group: GroupPrimitive, node: GraphNode, at: Box) {
  const parts = nodeParts(group, at)
  const isOwn = (path: PathPrimitive) =>
    path.stroke === parts.main.stroke || (hasIcon(node.state) && path.cap === 'round')
  return {
    ...parts,
    strokes: parts.strokes.filter(isOwn),
    others: [...parts.strokes.filter((path) => !isOwn(path)), ...parts.marks],
  }
}

function shapeOf(
  faces: ReturnType<typeof facesOf>,
  group: GroupPrimitive,
  node: GraphNode,
  anchor: Anchor,
  at: Box,
  canvas: Canvas,
  inGroup: boolean,
): string {
  const { main, cards, strokes } = faces
  const { palette, fit } = canvas
  const prefer = slotOfState(node.state)
  const isOpen = node.inside !== undefined
  const radius = fit.length(Math.min(main.radius ?? 0, at.width / 2, at.height / 2))
  const paths: ShapePath[] = [
    ...cards.flatMap((card) => cardPaths(card, at, radius, canvas)),
    { strokes: roundedRectangle(radius), filled: true, stroked: true },
    ...strokes.flatMap((each) => strokePaths(each, at, isOpen, node.sign !== '', canvas)),
  ]
  const who = inGroup
    ? { id: anchor.id, name: canvas.name(`${node.path} box`) }
    : { id: anchor.id, name: canvas.name(node.path), description: describe(group, node) }
  const texts = writtenOn(node, faces, at, palette.base.tx1)
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, identity(who), element('p:cNvSpPr'), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      transform(extentOf(canvas, at)),
      customGeometry(fit.length(Math.min(at.width, at.height)), paths, sitesOf(anchor)),
      solidFill(palette, main.fill, prefer, main.fillOpacity),
      outline(canvas, { ...main, cap: 'round' }, prefer),
    ),
    textBody(texts, at, isOpen, canvas, prefer),
  )
}

/** The outline of a card only where it shows: some programs paint all outlines above all fills. */
function cardPaths(card: RectPrimitive, at: Box, radius: number, { fit }: Canvas): ShapePath[] {
  const by = fit.length(card.x - at.x)
  const step = fit.length(metric.card)
  const filled: ShapePath = { strokes: roundedRectangle(radius, { x: by, y: -by }), filled: true, stroked: false }
  // The angle at which the corner comes out from behind the card before it.
  const hidden = (Math.asin(Math.max(0, 1 - step / radius)) * 180) / Math.PI
  const reach = radius * Math.cos((hidden * Math.PI) / 180)
  const strokes: Stroke[] = [
    { kind: 'move', to: { x: start(by + radius - reach), y: start(step - by) } },
    { kind: 'arc', radius, angle: 180 + hidden, sweep: 90 - hidden },
    { kind: 'line', to: { x: end(by - radius), y: start(-by) } },
    { kind: 'arc', radius, angle: 270, sweep: 90 },
    { kind: 'line', to: { x: end(by), y: end(-by - radius) } },
    { kind: 'arc', radius, angle: 0, sweep: 90 - hidden },
  ]
  return [filled, { strokes, filled: false, stroked: true }]
}

function strokePaths(path: PathPrimitive, at: Box, isOpen: boolean, isSign: boolean, canvas: Canvas): ShapePath[] {
  const { fit } = canvas
  const isBand = (path.strokeWidth ?? 1) > 2
  if (isBand) return bandPaths(path, at, canvas)
  const x = (value: number): Along =>
    isSign ? middle(fit.length(value - at.x - at.width / 2)) : start(fit.length(value - at.x))
  const y = (value: number): Along =>
    isOpen ? start(fit.length(value - at.y)) : middle(fit.length(value - at.y - at.height / 2))
  const spot = (p: Point): Spot => ({ x: x(p.x), y: y(p.y) })
  const strokes = segments(path.d).map((segment): Stroke => {
    const [first, second, ...rest] = segment
    if (!second) return { kind: 'move', to: spot(first!) }
    return rest.length ? { kind: 'curve', by: [second, ...rest].map(spot) } : { kind: 'line', to: spot(second) }
  })
  return [{ strokes, filled: false, stroked: true }]
}

/** A broad line as two fine ones, since a shape has one pen; dots of a dotted one stay where they are. */
function bandPaths({ d, strokeWidth = 1, dash }: PathPrimitive, at: Box, { fit }: Canvas): ShapePath[] {
  const [from, to] = segments(d).at(-1)!
  const bottom = at.y + at.height
  const rows = [0.25, -0.25].map((share) => end(fit.length(from!.y + strokeWidth * share - bottom)))
  const dots: [Along, Along][] = []
  if (!dash?.length) dots.push([start(fit.length(from!.x - at.x)), end(fit.length(to!.x - at.x - at.width))])
  else
    for (let x = from!.x; x < to!.x; x += dash[0]! + (dash[1] ?? dash[0]!)) {
      // Round ends reach beyond the line by half its width.
      const cap = strokeWidth / 4
      const last = Math.min(x + dash[0]!, to!.x) - cap
      dots.push([start(fit.length(x + cap - at.x)), start(fit.length(Math.max(last, x + cap) - at.x))])
    }
  const strokes = rows.flatMap((y) =>
    dots.flatMap(([a, b]): Stroke[] => [
      { kind: 'move', to: { x: a, y } },
      { kind: 'line', to: { x: b, y } },
    ]),
  )
  return [{ strokes, filled: false, stroked: true }]
}

function textBody(
  texts: readonly TextPrimitive[],
  at: Box,
  isOpen: boolean,
  canvas: Canvas,
  prefer: ReturnType<typeof slotOfState>,
): string {
  const { fit } = canvas
  const left = Math.min(...texts.filter((each) => each.anchor === 'start').map((each) => each.x), at.x + at.width)
  const right = texts.find((each) => each.anchor === 'end')?.x
  const inset = texts.length ? fit.length(left - at.x) : 0
  const first = Math.min(...texts.map((each) => each.y), at.y + at.height)
  // Fourteen pixels from the top of the first line to its baseline, as the scene has it.
  const top = isOpen && texts.length ? fit.length(first - at.y - 14) : 0
  return element(
    'p:txBody',
    {},
    element(
      'a:bodyPr',
      {
        wrap: 'square',
        lIns: inset,
        tIns: top,
        rIns: texts.length ? fit.length(4) : 0,
        bIns: 0,
        rtlCol: false,
        anchor: isOpen ? 't' : 'ctr',
      },
      element('a:noAutofit'),
    ),
    element('a:lstStyle'),
    paragraphs(texts, {
      ...canvas,
      prefer,
      ...(right !== undefined && { rightEdge: fit.length(right - left) }),
    }),
  )
}
