// Losses over the pairs of a batch want as many rows as columns.
import { isEqual } from '../../shared/dimension'
import { lengthOf, widthOf } from '../axes'
import { refuse, shown } from '../clash'
import type { Clash, Tensor } from '../tensor'

export function squareClash(port: string, matrix: Tensor): Clash | undefined {
  if (isEqual(lengthOf(matrix), widthOf(matrix))) return undefined
  const sentence = `\`${port}\` is ${shown(matrix.shape)}, but pairs need as many rows as columns`
  return refuse(port, sentence)
}
