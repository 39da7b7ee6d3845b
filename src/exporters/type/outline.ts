// Glyphs as path data of our primitives, at a place and size on the page.
import { round } from '../../drawing/numbers'
import type { Contour, ContourPoint, Font } from './font'

/** Closed curves with M, L, Q and Z; `x`, `y` is where the glyph stands on its line. Empty for a space. */
export function outline(font: Font, glyph: number, x: number, y: number, size: number): string {
  const scale = size / font.unitsPerEm
  const write = (point: { readonly x: number; readonly y: number }) =>
    `${round(x + point.x * scale)} ${round(y - point.y * scale)}`
  return font
    .contours(glyph)
    .map((contour) => closed(contour, write))
    .join('')
}

function closed(contour: Contour, write: (point: { readonly x: number; readonly y: number }) => string): string {
  if (contour.length < 2) return ''
  const first = contour.findIndex((point) => point.isOn)
  const start = first < 0 ? middle(contour.at(-1)!, contour[0]!) : contour[first]!
  const rest = first < 0 ? contour : [...contour.slice(first + 1), ...contour.slice(0, first)]
  let d = `M${write(start)}`
  let control: ContourPoint | undefined
  for (const point of rest) {
    if (!point.isOn) {
      if (control) d += `Q${write(control)} ${write(middle(control, point))}`
      control = point
    } else {
      d += control ? `Q${write(control)} ${write(point)}` : `L${write(point)}`
      control = undefined
    }
  }
  if (control) d += `Q${write(control)} ${write(start)}`
  return `${d}Z`
}

function middle(a: ContourPoint, b: ContourPoint): ContourPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true }
}
