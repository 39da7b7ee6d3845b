// A mask as a small grid: rows are queries, columns keys, filled where the one sees the other.
import { maskCells, type MaskName } from '../blocks/masks'
import { round } from '../drawing/numbers'
import type { Primitive } from '../drawing/primitives'

/** Fills the square of `size` whose upper left corner is `x`, `y`. */
export function drawMask(name: MaskName, x: number, y: number, size: number, colour: string): Primitive[] {
  const cells = maskCells(name)
  const step = size / cells.length
  const gap = Math.min(1.2, step * 0.16)
  const squares = (isSeen: boolean) =>
    cells
      .flatMap((row, i) => row.flatMap((seen, j) => (seen === isSeen ? [square(x + j * step, y + i * step)] : [])))
      .join('')
  const square = (left: number, top: number) => {
    const [l, t] = [round(left + gap / 2), round(top + gap / 2)]
    const [r, b] = [round(left + step - gap / 2), round(top + step - gap / 2)]
    return `M${l} ${t}L${r} ${t}L${r} ${b}L${l} ${b}Z`
  }
  return [
    { kind: 'path', d: squares(true), fill: colour, stroke: 'none' },
    { kind: 'path', d: squares(false), fill: colour, fillOpacity: 0.16, stroke: 'none' },
  ]
}
