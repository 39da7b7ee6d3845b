// Any primitive as a shape of its own: legend, bar, marks, charts. Lines of text below each other are one text box.
import { bounds } from '../../drawing/bounds'
import { measure } from '../../drawing/measure'
import { segments } from '../../drawing/path'
import type { PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from '../../drawing/primitives'
import { isVisible } from '../../drawing/markup'
import { visibleText } from '../../drawing/text'
import { element } from '../xml'
import {
  customGeometry,
  extentOf,
  grouped,
  identity,
  outline,
  solidFill,
  transform,
  type Canvas,
  type Extent,
} from './canvas'
import type { Slot } from './palette'
import { paragraphs } from './text'

/** In the order in which they are painted. `name` is said of those that have none. */
export function plainShapes(primitives: readonly Primitive[], canvas: Canvas, name: string, prefer?: Slot): string[] {
  const shapes: string[] = []
  let lines: TextPrimitive[] = []
  const flush = () => {
    if (lines.length) shapes.push(textBox(lines, canvas, prefer))
    lines = []
  }
  for (const primitive of primitives) {
    if (!isVisible(primitive)) continue
    if (primitive.kind === 'text') {
      if (lines.length && !goesOn(lines, primitive)) flush()
      lines.push(primitive)
      continue
    }
    flush()
    if (primitive.kind === 'rect') shapes.push(rectangle(primitive, canvas, name, prefer))
    else if (primitive.kind === 'path') shapes.push(freeform(primitive, canvas, name, prefer))
    else
      shapes.push(...plainGroup(primitive.children, canvas, primitive.title ?? primitive.id ?? name, primitive.title))
  }
  flush()
  return shapes
}

/** One group around them, none when there is nothing to see. */
export function plainGroup(
  primitives: readonly Primitive[],
  canvas: Canvas,
  name: string,
  description?: string,
): string[] {
  const extent = bounds(primitives.filter(isVisible))
  if (!extent) return []
  const who = { id: canvas.nextId(), name: canvas.name(name), description }
  return [grouped(who, extentOf(canvas, extent), plainShapes(primitives, canvas, name))]
}

function goesOn(lines: readonly TextPrimitive[], next: TextPrimitive): boolean {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const isAlike =
    first.x === next.x && first.anchor === next.anchor && first.size === next.size && first.weight === next.weight
  const pitch = next.y - last.y
  const isEven = lines.length < 2 || Math.abs(pitch - (lines[1]!.y - first.y)) < 0.5
  return isAlike && first.fill === next.fill && pitch > 0 && pitch < 2 * next.size && isEven
}

export function textExtent(lines: readonly TextPrimitive[]): Extent {
  const [first] = lines
  const { x, y, size, anchor } = first!
  // Some air, so that a face that is a little wider does not wrap.
  const width = Math.max(...lines.map((each) => measure(visibleText(each.text), size, each.weight))) * 1.04 + 2
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const pitch = (lines[1]?.y ?? y + size * 1.3) - y
  // An exact line spacing puts the baseline at four fifths of the line.
  const top = y - (lines.length > 1 ? pitch * 0.8 : size * 1.3 * 0.8)
  return { x: left, y: top, width, height: pitch * lines.length }
}

function textBox(lines: readonly TextPrimitive[], canvas: Canvas, prefer?: Slot): string {
  const [first] = lines
  const words = lines.map((each) => visibleText(each.text)).join(' ')
  const who = { id: canvas.nextId(), name: canvas.name(words.slice(0, 60)) }
  const align = ({ start: 'l', middle: 'ctr', end: 'r' } as const)[first!.anchor]
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, identity(who), element('p:cNvSpPr', { txBox: true }), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      transform(extentOf(canvas, textExtent(lines))),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      element('a:noFill'),
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: 't' },
        element('a:noAutofit'),
      ),
      element('a:lstStyle'),
      paragraphs(lines, { ...canvas, prefer, align }),
    ),
  )
}

/** `text` is centred in it. */
export function rectangle(
  rect: RectPrimitive,
  canvas: Canvas,
  name: string,
  prefer?: Slot,
  description?: string,
  text?: TextPrimitive,
): string {
  const { palette } = canvas
  const least = Math.min(rect.width, rect.height)
  const corner = Math.min(50000, Math.round(((rect.radius ?? 0) / least) * 100000))
  const shape =
    corner > 0
      ? element(
          'a:prstGeom',
          { prst: 'roundRect' },
          element('a:avLst', {}, element('a:gd', { name: 'adj', fmla: `val ${corner}` })),
        )
      : element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))
  const align = 'ctr'
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: canvas.nextId(), name: canvas.name(name), description }),
      element('p:cNvSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      transform(extentOf(canvas, rect)),
      shape,
      solidFill(palette, rect.fill, prefer, rect.fillOpacity),
      outline(canvas, rect, prefer),
    ),
    text &&
      element(
        'p:txBody',
        {},
        element(
          'a:bodyPr',
          { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: 'ctr' },
          element('a:noAutofit'),
        ),
        element('a:lstStyle'),
        paragraphs([text], { ...canvas, prefer, align }),
      ),
  )
}

function freeform(path: PathPrimitive, canvas: Canvas, name: string, prefer?: Slot): string {
  const { palette, fit } = canvas
  const strokes = segments(path.d)
  const points = strokes.flat()
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  const at = extentOf(canvas, box)
  const spot = (p: { x: number; y: number }) => element('a:pt', { x: fit.length(p.x - x), y: fit.length(p.y - y) })
  const commands = strokes.map((segment) => {
    const [first, ...rest] = segment
    if (!rest.length) return element('a:moveTo', {}, spot(first!))
    const kind = ['', 'a:lnTo', 'a:quadBezTo', 'a:cubicBezTo'][rest.length]!
    return element(kind, {}, rest.map(spot))
  })
  const ends = /z\s*$/i.test(path.d) ? element('a:close') : ''
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: canvas.nextId(), name: canvas.name(name) }),
      element('p:cNvSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      transform(at),
      customGeometry(at, [...commands, ends]),
      solidFill(palette, path.fill, prefer, path.fillOpacity),
      outline(canvas, path, prefer),
    ),
  )
}
