// Two tensors that are taken number by number.
import { kindClash, shapeClash } from '../clash'
import type { Outputs } from '../block'
import type { Clash, Tensor } from '../tensor'

/** What comes of `a` and `b`, which must be of one kind and shape, as port `x`. */
export function shapeOfEqual(a: Tensor, b: Tensor): Outputs | Clash {
  const pair = { port: 'b', tensor: b, otherPort: 'a', other: a }
  return kindClash(pair) ?? shapeClash(pair) ?? { x: { kind: a.kind, shape: a.shape } }
}
