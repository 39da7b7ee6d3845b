// An edge as a connector that is glued to its two shapes, with its label on it as a shape of its own.
import { straightened } from '../../drawing/polyline'
import { plainText } from '../../drawing/math/spoken'
import type { GroupPrimitive, TextPrimitive } from '../../drawing/primitives'
import type { GraphEdge } from '../../graph/graph'
import { typographyOf } from '../../graph/typography'
import type { Route } from '../../layout/layout'
import { moveRoute } from '../../scene/move'
import type { Point } from '../../shared/geometry'
import { edgeParts, type EdgeParts } from '../scenes'
import { element } from '../xml'
import { customGeometry, identity, outline, transform, type Canvas, type Pen } from './canvas'
import { slotOfHue } from './palette'
import { plainShapes, rectangle } from './plain'
import { bentRoute } from './route'
import { glueAt, type Anchor } from './sites'

export interface Glued {
  readonly from: Anchor | undefined
  readonly to: Anchor | undefined
}

export interface EdgeShapes {
  readonly connector: string
  /** Its label, and whatever else the scene drew for this edge. */
  readonly above: readonly string[]
}

export function edgeShapes(
  group: GroupPrimitive,
  edge: GraphEdge,
  route: Route,
  glued: Glued,
  origin: Point,
  canvas: Canvas,
): EdgeShapes {
  const drawn = edgeParts(group)
  const prefer = slotOfHue(edge.hue)
  const above: string[] = []
  const { chip } = drawn
  // The chip's outline is the line's colour, faint: said so, it follows another palette.
  if (chip && drawn.line)
    above.push(
      rectangle(
        { ...chip, stroke: drawn.line.stroke, strokeOpacity: 0.4 },
        canvas,
        `${edge.id} label`,
        prefer,
        undefined,
        wordsOf(drawn, edge),
      ),
    )
  above.push(...plainShapes(drawn.others, canvas, `${edge.id} gradient`))
  return { connector: connector(edge, route, glued, origin, drawn, canvas), above }
}

/** One line of text that can be edited; a formula is written as it is spoken. */
function wordsOf({ words, line, chip }: EdgeParts, edge: GraphEdge): TextPrimitive | undefined {
  const [first] = words
  if (first?.kind === 'text' && words.length === 1) return first
  if (!chip || !edge.label) return undefined
  const { size, weight } = typographyOf(edge.label.large).chip
  const text = plainText(edge.label.text)
  return {
    kind: 'text',
    x: chip.x + chip.width / 2,
    y: chip.y,
    text,
    size,
    weight,
    anchor: 'middle',
    fill: line!.stroke,
  }
}

function connector(
  edge: GraphEdge,
  route: Route,
  { from, to }: Glued,
  origin: Point,
  { line, hasHead }: EdgeParts,
  canvas: Canvas,
): string {
  const { fit } = canvas
  const points = moveRoute(route, origin).points.map(fit.place)
  const who = { id: canvas.nextId(), name: canvas.name(edge.id), description: edge.title }
  const bare = straightened(route.points)
  const around = bare.length > 4
  const glue = (name: string, anchor: Anchor | undefined, point: Point, next: Point) => {
    if (!anchor) return undefined
    const { id, site } = glueAt(anchor, point, next, around)
    return element(name, { id, idx: site })
  }
  const pen: Pen = line ?? { stroke: 'none' }
  return element(
    'p:cxnSp',
    {},
    element(
      'p:nvCxnSpPr',
      {},
      identity(who),
      element(
        'p:cNvCxnSpPr',
        {},
        glue('a:stCxn', from, bare[0]!, bare[1]!),
        glue('a:endCxn', to, bare.at(-1)!, bare.at(-2)!),
      ),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      geometryOf(points),
      outline(canvas, pen, slotOfHue(edge.hue), hasHead && head(canvas, pen.strokeWidth ?? 1)),
    ),
  )
}

function geometryOf(points: readonly Point[]): string {
  const bent = bentRoute(points)
  if (!bent) return drawn(points)
  const { preset, adjustments, extent, turned, flipH, flipV } = bent
  const guides = adjustments.map((value, i) => element('a:gd', { name: `adj${i + 1}`, fmla: `val ${value}` }))
  return (
    transform(extent, {
      ...(turned && { rot: 5400000 }),
      ...(flipH && { flipH }),
      ...(flipV && { flipV }),
    }) + element('a:prstGeom', { prst: preset }, element('a:avLst', {}, guides))
  )
}

/** More bends than any preset has. */
function drawn(points: readonly Point[]): string {
  const corners = straightened(points)
  const [xs, ys] = [corners.map((p) => p.x), corners.map((p) => p.y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y]
  const strokes = corners.map((p, i) =>
    element(i ? 'a:lnTo' : 'a:moveTo', {}, element('a:pt', { x: p.x - x, y: p.y - y })),
  )
  return transform({ x, y, width, height }) + customGeometry({ width, height }, strokes, { isLine: true })
}

const headLength = 10
const headWidth = 9
/** Thin lines have heads as if they were two points wide. */
const leastPen = 200
const sizes = [
  ['sm', 2],
  ['med', 3],
  ['lg', 5],
] as const

function head({ fit }: Canvas, strokeWidth: number): string {
  const pen = Math.max(leastPen, fit.points(strokeWidth))
  const nearest = (pixels: number) => {
    const times = fit.points(pixels) / pen
    return [...sizes].sort((a, b) => Math.abs(a[1] - times) - Math.abs(b[1] - times))[0]![0]
  }
  return element('a:tailEnd', { type: 'triangle', w: nearest(headWidth), len: nearest(headLength) })
}
