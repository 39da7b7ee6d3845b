// Ports that are counted: a, b, c …
import { numberOf, type Dim } from '../shared/dimension'
import type { Port } from './block'
import type { Kind } from './tensor'

/** Two of them while the count is still a formula. */
export function lettered(count: Dim, kinds: readonly Kind[]): readonly Port[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return Array.from(letters.slice(0, numberOf(count) ?? 2), (id) => ({ id, kinds }))
}
