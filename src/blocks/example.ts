// Tensors for the examples of blocks, written short.
import { dim } from '../shared/dimension'
import type { Kind, Modality, Tensor } from './tensor'

export function tensor(kind: Kind, shape: readonly (number | string)[], ...modality: readonly Modality[]): Tensor {
  return { kind, shape: shape.map((size) => dim(size)), modality }
}
