// The weight tensors that many blocks have in common, by the names that the field gives them.
import type { Dim } from '../shared/dimension'
import type { Weight } from './block'

/** A matrix from one width to another, with a bias where there is one: `up` [768, 3072], `up_bias` [3072]. */
export function projection(name: string, from: Dim, to: Dim, hasBias: boolean): Weight[] {
  const matrix = { name, shape: [from, to] }
  return hasBias ? [matrix, { name: name === 'kernel' ? 'bias' : `${name}_bias`, shape: [to] }] : [matrix]
}

/** The two vectors of a layer or batch norm. Its running averages are not parameters. */
export function scaleAndBias(prefix: string, channels: Dim): Weight[] {
  return [
    { name: `${prefix}scale`, shape: [channels] },
    { name: `${prefix}bias`, shape: [channels] },
  ]
}
