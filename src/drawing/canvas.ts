// Paints the primitives on a Canvas 2D context, as `markup.ts` writes them. The only file of this folder that knows the
// DOM. The caller has set the transform from page pixels to the screen; all other state is set here.

import type { Box } from '../shared/geometry'
import { boundsOf, contains, overlaps } from './bounds'
import { screenFamily, screenFontFamily } from './fonts'
import { isVisible } from './markup'
import type { GroupPrimitive, Paint, PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from './primitives'
import { visibleText } from './text'

export interface PaintOptions {
  /** For text without CJK signs; CJK faces come before it where they are needed. */
  readonly fontFamily?: string
  /** In page pixels: what lies outside is skipped. Where all of it is in view, leave this out: looking costs, too. */
  readonly viewport?: Box
  /** In page pixels: smaller text is skipped, for the sake of frames when the page is far away. */
  readonly smallestText?: number
  /** Groups that step back behind the others. */
  readonly isFaint?: (group: GroupPrimitive) => boolean
}

/** How much is left of what steps back. */
const faintness = 0.16

/** Paints in order, first is lowest. Leaves the state of the context as it was. */
export function paint(
  ctx: CanvasRenderingContext2D,
  primitives: readonly Primitive[],
  { fontFamily = screenFamily, viewport, smallestText = 0, isFaint }: PaintOptions = {},
): void {
  ctx.save()
  ctx.textBaseline = 'alphabetic'
  ctx.direction = 'ltr'
  // By default a canvas measures and paints word by word, and so leaves out kerning across spaces.
  ctx.fontKerning = 'normal'
  ctx.textRendering = 'geometricPrecision'
  new Painter(ctx, fontFamily, smallestText, isFaint).paint(primitives, viewport)
  ctx.restore()
}

/** Setting a property of a context costs even when nothing changes, so it remembers. */
class Painter {
  #font = ''
  #fill = ''
  #stroke = ''
  #alpha = 1
  #width = 1
  #dash: readonly number[] | undefined
  #cap = 'butt'
  #join = 'miter'
  #align = ''
  /** Of what is painted now. */
  #strength = 1

  constructor(
    readonly ctx: CanvasRenderingContext2D,
    readonly fontFamily: string,
    readonly smallestText: number,
    readonly isFaint: PaintOptions['isFaint'],
  ) {
    this.ctx.lineWidth = 1
    this.ctx.globalAlpha = 1
    this.ctx.setLineDash([])
    this.ctx.lineCap = 'butt'
    this.ctx.lineJoin = 'miter'
    this.ctx.miterLimit = 4
  }

  paint(primitives: readonly Primitive[], viewport: Box | undefined): void {
    for (const primitive of primitives) {
      let inside = viewport
      if (viewport) {
        const box = boundsOf(primitive)
        if (!box || !overlaps(box, viewport)) continue
        if (contains(viewport, box)) inside = undefined
      }
      this.#one(primitive, inside)
    }
  }

  #one(primitive: Primitive, viewport: Box | undefined): void {
    switch (primitive.kind) {
      case 'group':
        return this.#group(primitive, viewport)
      case 'text':
        return this.#text(primitive)
      case 'rect':
        return isVisible(primitive) ? this.#rect(primitive) : undefined
      case 'path':
        return isVisible(primitive) ? this.#path(primitive) : undefined
    }
  }

  #group(group: GroupPrimitive, viewport: Box | undefined): void {
    const before = this.#strength
    if (before === 1 && this.isFaint?.(group)) this.#strength = faintness
    this.paint(group.children, viewport)
    this.#strength = before
  }

  #rect(rect: RectPrimitive): void {
    const { ctx } = this
    const { x, y, width, height } = rect
    const radius = Math.min(rect.radius ?? 0, width / 2, height / 2)
    if (radius > 0) {
      ctx.beginPath()
      ctx.roundRect(x, y, width, height, radius)
    }
    if (this.#startFill(rect)) {
      if (radius > 0) ctx.fill()
      else ctx.fillRect(x, y, width, height)
    }
    if (this.#startStroke(rect)) {
      if (radius > 0) ctx.stroke()
      else ctx.strokeRect(x, y, width, height)
    }
  }

  #path(path: PathPrimitive): void {
    const shape = pathOf(path.d)
    if (this.#startFill(path)) this.ctx.fill(shape)
    if (this.#startStroke(path)) this.ctx.stroke(shape)
  }

  #text(primitive: TextPrimitive): void {
    const { ctx } = this
    if (primitive.size < this.smallestText) return
    const { text, font } = preparedText(primitive, this.fontFamily)
    if (text === '' || primitive.fill === 'none') return
    if (font !== this.#font) ctx.font = this.#font = font
    const align = primitive.anchor === 'middle' ? 'center' : primitive.anchor === 'end' ? 'right' : 'left'
    if (align !== this.#align) ctx.textAlign = this.#align = align
    this.#setFill(primitive.fill, 1)
    ctx.fillText(text, primitive.x, primitive.y)
  }

  #startFill({ fill, fillOpacity = 1 }: Paint): boolean {
    if (fill === 'none') return false
    this.#setFill(fill, fillOpacity)
    return true
  }

  #setFill(fill: string, opacity: number): void {
    if (fill !== this.#fill) this.ctx.fillStyle = this.#fill = fill
    this.#setAlpha(opacity)
  }

  #setAlpha(opacity: number): void {
    const alpha = opacity * this.#strength
    if (alpha !== this.#alpha) this.ctx.globalAlpha = this.#alpha = alpha
  }

  #startStroke({ stroke, strokeOpacity = 1, strokeWidth = 1, dash, cap = 'butt', join = 'miter' }: Paint): boolean {
    const { ctx } = this
    if (stroke === 'none' || strokeWidth <= 0) return false
    if (stroke !== this.#stroke) ctx.strokeStyle = this.#stroke = stroke
    if (strokeWidth !== this.#width) ctx.lineWidth = this.#width = strokeWidth
    if (dash !== this.#dash) {
      this.#dash = dash
      ctx.setLineDash([...(dash ?? [])])
    }
    if (cap !== this.#cap) ctx.lineCap = this.#cap = cap
    if (join !== this.#join) ctx.lineJoin = this.#join = join
    this.#setAlpha(strokeOpacity)
    return true
  }
}

const paths = new Map<string, Path2D>()
const pathLimit = 20_000

function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) {
    if (paths.size >= pathLimit) paths.clear()
    path = new Path2D(d)
    paths.set(d, path)
  }
  return path
}

interface PreparedText {
  readonly family: string
  readonly text: string
  readonly font: string
}

const preparedTexts = new WeakMap<TextPrimitive, PreparedText>()

function preparedText(primitive: TextPrimitive, family: string): PreparedText {
  const known = preparedTexts.get(primitive)
  if (known?.family === family) return known
  const { text, size, weight, lang } = primitive
  const font = `${weight} ${size}px ${screenFontFamily(text, lang, family)}`
  const prepared = { family, text: visibleText(text), font }
  preparedTexts.set(primitive, prepared)
  return prepared
}
