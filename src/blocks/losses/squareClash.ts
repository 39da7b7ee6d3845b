// Losses over the pairs of a batch want as many rows as columns.
import { clashes } from '../sentences'
import { writeShape } from '../shapeText'
import { isEqual } from '../../shared/dimension'
import { lengthOf, widthOf } from '../axes'
import { refuse } from '../clash'
import type { Clash, Tensor } from '../tensor'

export function squareClash(port: string, matrix: Tensor): Clash | undefined {
  if (isEqual(lengthOf(matrix), widthOf(matrix))) return undefined
  return refuse(port, clashes.square({ port, shape: writeShape(matrix.shape) }))
}
