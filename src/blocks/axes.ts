// What the dimensions of a tensor mean, counted from the last. Kinds are checked before; too few dimensions here is a bug.
import { product, type Dim } from '../shared/dimension'
import type { Inputs } from './block'
import type { Tensor } from './tensor'

/** A required input. */
export function given(inputs: Inputs, port: string): Tensor {
  const tensor = inputs[port]
  if (!tensor) throw new Error(`The input “${port}” is required, but absent`)
  return tensor
}

/** `fromEnd` 1 is the last dimension. */
function axis(tensor: Tensor, fromEnd: number): Dim {
  const size = tensor.shape.at(-fromEnd)
  if (!size) throw new Error(`A tensor of kind ${tensor.kind} has only ${tensor.shape.length} dimensions`)
  return size
}

/** The width of the vectors of tokens or of a vector. */
export function widthOf(tensor: Tensor): Dim {
  return axis(tensor, 1)
}

/** How many tokens stand in a sequence. */
export function lengthOf(tokens: Tensor): Dim {
  return axis(tokens, 2)
}

/** The dimensions before the last `count`. */
export function leadingOf(tensor: Tensor, count: number): readonly Dim[] {
  return tensor.shape.slice(0, Math.max(0, tensor.shape.length - count))
}

/** How many vectors there are in all. */
export function vectorsOf(tensor: Tensor): Dim {
  return product(leadingOf(tensor, 1))
}

/** How many sequences there are in all. */
export function sequencesOf(tokens: Tensor): Dim {
  return product(leadingOf(tokens, 2))
}

/** The same tensor with its last dimension changed. */
export function withWidth(tensor: Tensor, width: Dim): Tensor {
  return { ...tensor, shape: [...leadingOf(tensor, 1), width] }
}

export interface MapAxes {
  readonly leading: readonly Dim[]
  /** How many maps there are in all. */
  readonly maps: Dim
  readonly channels: Dim
  readonly height: Dim
  readonly width: Dim
}

/** A feature map or an image, channels before height and width. */
export function mapAxes(map: Tensor): MapAxes {
  const leading = leadingOf(map, 3)
  return { leading, maps: product(leading), channels: axis(map, 3), height: axis(map, 2), width: axis(map, 1) }
}
