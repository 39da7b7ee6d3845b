// Primitives as the operators of a page. Groups become tagged figures with their titles as alternative texts; lines of text that
// stand by themselves become paragraphs.
import type { Paint, PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from '../../drawing/primitives'
import { isVisible } from '../../drawing/markup'
import { shownText, type Typesetter } from '../type/line'
import { number, words } from './file'
import type { PdfFonts } from './fonts'

/** How opaque things are is not said in the page but in its resources. */
export class Opacities {
  readonly #names = new Map<string, string>()

  nameOf(fill: number, stroke: number): string {
    const entry = `<< /Type /ExtGState /ca ${number(fill)} /CA ${number(stroke)} >>`
    if (!this.#names.has(entry)) this.#names.set(entry, `O${this.#names.size + 1}`)
    return this.#names.get(entry)!
  }

  finish(): string {
    return `<< ${[...this.#names].map(([entry, name]) => `/${name} ${entry}`).join(' ')} >>`
  }
}

/** A part of the page that is read as one. */
export interface Tagged {
  readonly role: 'Figure' | 'P'
  readonly alt?: string
}

export interface Painter {
  readonly typesetter: Typesetter
  readonly fonts: PdfFonts
  readonly opacities: Opacities
  /** Notes a part; its number on the page. */
  tag(part: Tagged): number
}

/** The operators, in page pixels with y downward; the caller sets the place and the size. */
export function paintPage(primitives: readonly Primitive[], painter: Painter): string {
  const parts: string[] = []
  for (const primitive of primitives) {
    if (!isVisible(primitive)) continue
    if (primitive.kind === 'group' && (primitive.node ?? primitive.edge) !== undefined)
      parts.push(marked({ role: 'Figure', alt: primitive.title }, paintAll(primitive.children, painter), painter))
    else if (primitive.kind === 'group') parts.push(paintPage(primitive.children, painter))
    else if (primitive.kind === 'text') parts.push(marked({ role: 'P' }, paintText(primitive, painter), painter))
    else parts.push(`/Artifact BMC\n${paintShape(primitive, painter)}\nEMC`)
  }
  return parts.join('\n')
}

function marked(part: Tagged, content: string, painter: Painter): string {
  return `/${part.role} << /MCID ${painter.tag(part)} >> BDC\n${content}\nEMC`
}

function paintAll(primitives: readonly Primitive[], painter: Painter): string {
  return primitives
    .filter(isVisible)
    .map((primitive) => {
      if (primitive.kind === 'group') return paintAll(primitive.children, painter)
      return primitive.kind === 'text' ? paintText(primitive, painter) : paintShape(primitive, painter)
    })
    .join('\n')
}

function paintShape(primitive: RectPrimitive | PathPrimitive, { opacities }: Painter): string {
  const path = primitive.kind === 'rect' ? rectangle(primitive) : writePath(primitive.d)
  const { fill, stroke, strokeWidth = 1, dash = [], cap = 'butt', join = 'miter' } = primitive
  const { fillOpacity = 1, strokeOpacity = 1 } = primitive
  const isFilled = fill !== 'none' && fillOpacity > 0
  const isStroked = stroke !== 'none' && strokeOpacity > 0 && strokeWidth > 0
  const pen = isStroked
    ? [
        `${colour(stroke)} RG ${number(strokeWidth)} w`,
        ...(dash.length ? [`[${dash.map(number).join(' ')}] 0 d`] : []),
        ...(cap === 'round' ? ['1 J'] : []),
        ...(join === 'round' ? ['1 j'] : []),
      ]
    : []
  const opacity = fillOpacity < 1 || strokeOpacity < 1 ? [`/${opacities.nameOf(fillOpacity, strokeOpacity)} gs`] : []
  const operator = isFilled && isStroked ? 'B' : isFilled ? 'f' : 'S'
  return ['q', ...opacity, ...(isFilled ? [`${colour(fill)} rg`] : []), ...pen, path, operator, 'Q'].join('\n')
}

/** What a quarter of a circle needs of its control points. */
const roundness = 0.5523

function rectangle({ x, y, width, height, radius = 0 }: RectPrimitive): string {
  const r = Math.min(radius, width / 2, height / 2)
  if (r <= 0) return `${[x, y, width, height].map(number).join(' ')} re`
  const [right, bottom, k] = [x + width, y + height, r * (1 - roundness)]
  const at = (...values: number[]) => values.map(number).join(' ')
  return [
    `${at(x + r, y)} m ${at(right - r, y)} l ${at(right - k, y, right, y + k, right, y + r)} c`,
    `${at(right, bottom - r)} l ${at(right, bottom - k, right - k, bottom, right - r, bottom)} c`,
    `${at(x + r, bottom)} l ${at(x + k, bottom, x, bottom - k, x, bottom - r)} c`,
    `${at(x, y + r)} l ${at(x, y + k, x + k, y, x + r, y)} c h`,
  ].join('\n')
}

/** A curve with one control point becomes one with two. */
function writePath(d: string): string {
  const written: string[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    if (command === 'Z') written.push('h')
    const step = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6 }[command] ?? Infinity
    for (let i = 0; i < values.length; i += step) {
      const given = values.slice(i, i + step)
      const points = command === 'H' ? [given[0]!, y] : command === 'V' ? [x, given[0]!] : given
      const [toX, toY] = points.slice(-2) as [number, number]
      if (command === 'Q') {
        const [cx, cy] = points as [number, number]
        const third = (from: number, control: number) => from + ((control - from) * 2) / 3
        points.splice(0, 2, third(x, cx), third(y, cy), third(toX, cx), third(toY, cy))
      }
      const operator = points.length === 6 ? 'c' : command === 'M' && i === 0 ? 'm' : 'l'
      written.push(`${points.map(number).join(' ')} ${operator}`)
      ;[x, y] = [toX, toY]
    }
  }
  return written.join('\n')
}

/** Glyphs stand where the typesetter put them; how that differs from their own widths is said between them. */
function paintText(text: TextPrimitive, { typesetter, fonts }: Painter): string {
  const { size, y, fill } = text
  const runs = typesetter.set(text).runs.map(({ face, glyphs, x }) => {
    const parts: string[] = []
    // In thousandths of the size, as widths are given; whole numbers, so that nothing adds up to a drift.
    let pen = 0
    for (const glyph of glyphs) {
      const shift = pen - Math.round(((glyph.x - x) * 1000) / size)
      if (shift !== 0) parts.push(String(shift))
      parts.push(`<${fonts.codeOf(face, glyph)}>`)
      pen += Math.round((face.font.advance(glyph.glyph) * 1000) / face.font.unitsPerEm) - shift
    }
    const shown = parts.join(' ').replaceAll('> <', '')
    return `/${fonts.nameOf(face)} ${number(size)} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm [${shown}] TJ`
  })
  const isWhole = [...shownText(text.text)].every((sign) => !typesetter.missing.has(sign))
  const content = `BT ${colour(fill)} rg\n${runs.join('\n')}\nET`
  return isWhole ? content : `/Span << /ActualText ${words(text.text)} >> BDC\n${content}\nEMC`
}

function colour(hex: Paint['fill']): string {
  return [1, 3, 5].map((at) => number(parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}
