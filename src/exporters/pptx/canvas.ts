// What the parts of one slide share: its colours, its scale, and ids and names that are used once.
import { element, type Markup } from '../xml'
import type { Palette, Slot } from './palette'
import type { Fit } from './slideSize'

export interface Canvas {
  readonly palette: Palette
  readonly fit: Fit
  nextId(): number
  /** The name with a number behind it when it is taken. In a deck of several slides, such that Morph pairs equal names. */
  name(wanted: string): string
}

export function createCanvas(palette: Palette, fit: Fit, pairs: boolean): Canvas {
  const used = new Set<string>()
  // 1 is the tree of shapes itself.
  let last = 1
  return {
    palette,
    fit,
    nextId: () => ++last,
    name(wanted) {
      const base = (pairs ? '!!' : '') + (wanted || 'shape')
      let name = base
      for (let n = 2; used.has(name); n++) name = `${base} ${n}`
      used.add(name)
      return name
    },
  }
}

export function solidFill(palette: Palette, hex: string, prefer?: Slot, alpha?: number): string {
  if (hex === 'none') return element('a:noFill')
  return element('a:solidFill', {}, palette.colour(hex, prefer, alpha))
}

export interface Pen {
  readonly stroke: string
  readonly strokeOpacity?: number
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
}

/** `a:ln`; `ends` are arrowheads. */
export function outline({ palette, fit }: Canvas, pen: Pen, prefer?: Slot, ends: Markup = ''): string {
  if (pen.stroke === 'none') return element('a:ln', {}, element('a:noFill'))
  const width = pen.strokeWidth ?? 1
  return element(
    'a:ln',
    { w: fit.length(width), cap: pen.cap === 'round' ? 'rnd' : 'flat' },
    solidFill(palette, pen.stroke, prefer, pen.strokeOpacity),
    pen.dash?.length ? dashes(pen.dash, width) : element('a:prstDash', { val: 'solid' }),
    element('a:round'),
    ends,
  )
}

/** In thousandths of a per cent of the line's width. */
function dashes(dash: readonly number[], width: number): string {
  const even = dash.length % 2 ? [...dash, ...dash] : dash
  const share = (length: number) => Math.round((length / width) * 100000)
  const stops: string[] = []
  for (let i = 0; i < even.length; i += 2) stops.push(element('a:ds', { d: share(even[i]!), sp: share(even[i + 1]!) }))
  return element('a:custDash', {}, stops)
}

export interface Identity {
  readonly id: number
  readonly name: string
  readonly description?: string
}

export function identity({ id, name, description }: Identity): string {
  return element('p:cNvPr', { id, name, ...(description && { descr: description }) })
}

export interface Extent {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In EMU already. */
export function transform(at: Extent, attributes: Readonly<Record<string, number | boolean | undefined>> = {}): string {
  return element(
    'a:xfrm',
    attributes,
    element('a:off', { x: at.x, y: at.y }),
    element('a:ext', { cx: at.width, cy: at.height }),
  )
}

/** `a:custGeom` of one path, in its own coordinates of `width` × `height`; without a fill it is a line. */
export function customGeometry(
  { width, height }: Pick<Extent, 'width' | 'height'>,
  strokes: readonly string[],
  { isLine = false } = {},
): string {
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst'),
    element('a:ahLst'),
    element('a:cxnLst'),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', {}, element('a:path', { w: width, h: height, ...(isLine && { fill: 'none' }) }, strokes)),
  )
}

/** Shapes that move as one; their own coordinates are those of the slide. */
export function grouped(who: Identity, at: Extent, shapes: readonly string[]): string {
  return element(
    'p:grpSp',
    {},
    element('p:nvGrpSpPr', {}, identity(who), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: at.x, y: at.y }),
        element('a:ext', { cx: at.width, cy: at.height }),
        element('a:chOff', { x: at.x, y: at.y }),
        element('a:chExt', { cx: at.width, cy: at.height }),
      ),
    ),
    shapes,
  )
}

export function extentOf({ fit }: Canvas, box: Extent): Extent {
  const { x, y } = fit.place(box)
  return { x, y, width: fit.length(box.width), height: fit.length(box.height) }
}
