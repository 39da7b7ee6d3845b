// What is written on the tiles of a chart, and how large: nothing that does not fit.
import { measure } from '../../drawing/measure'
import { wrap } from '../../drawing/wrap'
import type { Size } from '../../shared/geometry'

export interface TileLabel {
  readonly size: number
  readonly lines: readonly string[]
  /** How far the icon pushes the title to the right. */
  readonly indent: number
  /** Under the title; empty where there is no room. */
  readonly figure: string
  readonly figureSize: number
}

const sizes = [26, 22, 18, 15, 13, 11.5] as const
const mostLines = 3
/** A label in Arial on another machine may be this much wider. */
export const slack = 1.06
export const lineHeight = 1.24

/** The largest label that fits into a room; undefined when none does. The icon stands before the first line. */
export function fitLabel(
  title: string,
  figures: readonly string[],
  room: Size,
  hasIcon: boolean,
  most: number,
): TileLabel | undefined {
  // Only a large tile speaks loudly.
  const loudest = Math.min(most, Math.sqrt(room.width * room.height) / 7)
  for (const size of sizes) {
    if (size > Math.max(loudest, sizes.at(-1)!)) continue
    const indent = hasIcon ? size * 1.25 : 0
    const figureSize = Math.max(11, Math.round(size * 0.72))
    const width = room.width - indent
    const words = title.split(/ |(?<=-)/)
    if (width < 20 || words.some((word) => isWider(word, size, 700, width))) continue
    const lines = wrap(title, size, 700, width / slack)
    if (lines.length > mostLines) continue
    const height = lines.length * size * lineHeight
    if (height > room.height) continue
    const under = height + figureSize * 1.35 <= room.height
    const figure = under ? figures.find((each) => !isWider(each, figureSize, 400, room.width)) : undefined
    // A smaller title with its number says more than a larger one without.
    if (figure === undefined && size > 13) continue
    return { size, lines, indent, figure: figure ?? '', figureSize }
  }
  return undefined
}

export function isWider(text: string, size: number, weight: 400 | 700, width: number): boolean {
  return measure(text, size, weight) * slack > width
}
