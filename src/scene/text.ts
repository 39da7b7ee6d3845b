// One line of text as a primitive, in the styles that nodes are measured in.
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import { richText } from '../drawing/rich'
import type { Language } from '../document/schema'

export interface TextStyle {
  readonly size: number
  readonly weight: 400 | 700
}

export function line(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  fill: string,
  language: Language,
  anchor: TextPrimitive['anchor'] = 'start',
): TextPrimitive {
  return { kind: 'text', x, y, text, size: style.size, weight: style.weight, anchor, fill, lang: language }
}

/** The same for a text that may have formulas in it. */
export function richLine(...written: Parameters<typeof line>): Primitive[] {
  return richText(line(...written))
}
