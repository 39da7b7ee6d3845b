// The texts of a drawing.
import type { Primitive, TextPrimitive } from './primitives'

/** All of them, in order. */
export function textsIn(primitives: readonly Primitive[]): TextPrimitive[] {
  return primitives.flatMap((p) => (p.kind === 'group' ? textsIn(p.children) : p.kind === 'text' ? [p] : []))
}
