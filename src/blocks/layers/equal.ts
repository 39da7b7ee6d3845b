// What two tensors of equal shape give that are put together number by number.
import { dim } from '../../shared/dimension'
import type { Inputs, Outputs } from '../block'
import { kindClash, shapeClash } from '../clash'
import { partsOf } from '../ports'
import type { Clash } from '../tensor'

const two = dim(2)

/** A clash is said of the input “b”, which stands beside “a”. Of one alone where the other is not there. */
export function shapeOfEqual(inputs: Inputs): Outputs | Clash {
  const [{ port: otherPort, tensor: other }, second] = partsOf(two, inputs)
  const pair = second && { ...second, otherPort, other }
  return (pair && (kindClash(pair) ?? shapeClash(pair))) ?? { x: { kind: other.kind, shape: other.shape } }
}
