// Text for the last row: where its colour is too near to what lies under it, it goes toward the ink of the theme.
import { blend, contrast } from '../drawing/colour'
import type { Primitive, RectPrimitive, TextPrimitive } from '../drawing/primitives'
import type { Look } from './look'
import { themes } from './themes'

/** WCAG 2.2, level AAA. */
export const legibleContrast = 7

/** In drawing order: a text stands on the last opaque rectangle before it that holds it, else on the page. */
export function strengthened(primitives: readonly Primitive[], look: Look): Primitive[] {
  const { page, ink } = themes[look.theme]
  const grounds: RectPrimitive[] = []
  const one = (primitive: Primitive): Primitive => {
    if (primitive.kind === 'rect' && primitive.fill !== 'none') grounds.push(primitive)
    if (primitive.kind === 'group') return { ...primitive, children: primitive.children.map(one) }
    if (primitive.kind !== 'text') return primitive
    const ground = grounds.findLast((rect) => holds(rect, primitive))?.fill ?? page
    return { ...primitive, fill: legible(primitive.fill, ground, ink) }
  }
  return primitives.map(one)
}

/** The colour, or as little nearer to the ink as it takes; where even the ink is too near to what lies under it, the farthest. */
export function legible(fill: string, ground: string, ink: string): string {
  if (fill === 'none') return fill
  const steps = Array.from({ length: 11 }, (_, i) => blend(fill, ink, i / 10))
  const farther = (a: string, b: string) => (contrast(b, ground) > contrast(a, ground) ? b : a)
  return steps.find((colour) => contrast(colour, ground) >= legibleContrast) ?? steps.reduce(farther)
}

function holds({ x, y, width, height }: RectPrimitive, text: TextPrimitive): boolean {
  return text.x >= x && text.x <= x + width && text.y >= y && text.y <= y + height + 4
}
