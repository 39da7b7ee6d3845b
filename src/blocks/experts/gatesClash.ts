// Gates belong to tokens: one row for each.
import { clashes } from '../sentences'
import { leadingOf } from '../axes'
import { disagreement, sameShape } from '../clash'
import type { Clash, Tensor } from '../tensor'

export function gatesClash(gates: Tensor, x: Tensor): Clash | undefined {
  if (sameShape(leadingOf(gates, 1), leadingOf(x, 1))) return undefined
  return disagreement({ port: 'gates', tensor: gates, otherPort: 'x', other: x }, clashes.ownShares())
}
