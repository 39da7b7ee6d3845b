// One convolution inside a block: its weights and products. Padding is "same", so that a stride s gives ceil(height / s).
import { ceilOf, div, type Dim } from '../../shared/dimension'
import { isOne, square, times } from '../arithmetic'
import type { MapAxes } from '../axes'
import type { Weight } from '../block'
import { scaleAndBias } from '../weight'

export interface Convolution {
  readonly name: string
  readonly from: Dim
  readonly to: Dim
  /** Height and width of the kernel. */
  readonly kernel: Dim
  readonly groups?: Dim
}

/** Input channels that one output channel sees. */
function seen({ from, groups }: Convolution): Dim {
  return groups ? div(from, groups) : from
}

export function kernelOf(convolution: Convolution): Weight {
  const { name, to, kernel } = convolution
  return { name, shape: [to, seen(convolution), kernel, kernel] }
}

/** With the scale and shift per channel of a batch norm, or of a weight-standardised convolution. */
export function normalisedConvolution(convolution: Convolution): readonly Weight[] {
  return [kernelOf(convolution), ...scaleAndBias(`${convolution.name}_`, convolution.to)]
}

/** `positions`: of the output, in all maps. */
export function convolutionMacs(convolution: Convolution, positions: Dim): Dim {
  return times(positions, square(convolution.kernel), seen(convolution), convolution.to)
}

/** The map after a stride, with other channels. */
export function strided(map: MapAxes, stride: Dim, channels: Dim): MapAxes {
  if (isOne(stride)) return { ...map, channels }
  return { ...map, channels, height: ceilOf(div(map.height, stride)), width: ceilOf(div(map.width, stride)) }
}

/** Places in all maps. */
export function positionsOf({ maps, height, width }: MapAxes): Dim {
  return times(maps, height, width)
}

export function shapeOf({ leading, channels, height, width }: MapAxes): readonly Dim[] {
  return [...leading, channels, height, width]
}
