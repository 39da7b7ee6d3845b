// Ports that are counted: a, b, c …
import { numberOf, type Dim } from '../shared/dimension'
import type { Inputs, Port } from './block'
import type { Kind, Tensor } from './tensor'

/** Two of them while the count is still a formula. */
export function lettered(count: Dim, kinds: readonly Kind[]): readonly Port[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return Array.from(letters.slice(0, numberOf(count) ?? 2), (id) => ({ id, kinds }))
}

/** What a block that joins has to do with, in the order of its ports. At least one is there. */
export function partsOf(count: Dim, inputs: Inputs): readonly [Part, ...Part[]] {
  const found = lettered(count, []).flatMap(({ id }): Part[] => {
    const tensor = inputs[id]
    return tensor ? [{ port: id, tensor }] : []
  })
  const [first, ...others] = found
  if (!first) throw new Error('A block that joins needs one of its inputs, but all are absent')
  return [first, ...others]
}

export interface Part {
  readonly port: string
  readonly tensor: Tensor
}
