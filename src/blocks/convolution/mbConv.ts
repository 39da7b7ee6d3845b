// EfficientNet's block: wide inside, each channel convolved by itself.
import { floorOf, mul, type Dim } from '../../shared/dimension'
import { isOne, isZero, one, plus, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'
import { squeezeMacs, squeezeWeights } from './squeeze'

interface Sizes {
  readonly channels: Dim
  readonly kernel: Dim
  readonly expand: Dim
  readonly se_ratio: Dim
}

interface Parts {
  /** Absent where the block does not widen. */
  readonly expansion: Convolution | undefined
  readonly depthwise: Convolution
  readonly projection: Convolution
  readonly inner: Dim
  /** Width between squeeze and excitation: a share of the block's input, not of the wide inside. */
  readonly squeezed: Dim
}

export const mbConv = defineBlock({
  type: 'mbConv',
  label: 'MBConv',
  group: 'convolution',
  about:
    'Widens the channels, convolves each by itself, weights them by squeeze and excitation and narrows them again; the input is added where stride and channels leave it as it was.',
  source: 'Sandler et al., MobileNetV2, arXiv:1801.04381; Tan & Le, EfficientNet, arXiv:1905.11946',
  fields: {
    channels: { type: 'dimension', label: 'Channels', hint: 'Of the output.', initial: 16 },
    kernel: { type: 'dimension', label: 'Kernel', initial: 3 },
    expand: { type: 'dimension', label: 'Expansion', initial: 6 },
    stride: { type: 'dimension', label: 'Stride', initial: 1 },
    se_ratio: {
      type: 'dimension',
      label: 'Squeeze ratio',
      hint: 'Of the input channels; 0 for no squeeze and excitation.',
      initial: 0.25,
      least: 0,
      decimal: true,
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ channels, stride }, inputs) {
    return { map: { kind: 'map', shape: shapeOf(strided(mapAxes(given(inputs, 'map')), stride, channels)) } }
  },
  weights(values, inputs) {
    const { expansion, depthwise, projection, inner, squeezed } = partsOf(values, inputs)
    return [
      ...(expansion ? normalisedConvolution(expansion) : []),
      ...normalisedConvolution(depthwise),
      ...(isZero(values.se_ratio) ? [] : squeezeWeights(inner, squeezed)),
      ...normalisedConvolution(projection),
    ]
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { expansion, depthwise, projection, inner, squeezed } = partsOf(values, inputs)
    const after = positionsOf(strided(input, values.stride, inner))
    return {
      weights: plus(
        expansion ? convolutionMacs(expansion, positionsOf(input)) : 0,
        convolutionMacs(depthwise, after),
        isZero(values.se_ratio) ? 0 : squeezeMacs(input.maps, inner, squeezed),
        convolutionMacs(projection, after),
      ),
    }
  },
  sublabel({ channels, kernel, expand, stride }, show) {
    const words = [`${show(kernel)} × ${show(kernel)} → ${show(channels)}`, `expand ${show(expand)}`]
    if (!isOne(stride)) words.push(`stride ${show(stride)}`)
    return words.join(', ')
  },
  example: { map: tensor('map', ['B', 136, 145, 145], 'vision') },
})

function partsOf({ channels, kernel, expand, se_ratio }: Sizes, inputs: Inputs): Parts {
  const input = mapAxes(given(inputs, 'map')).channels
  const inner = times(expand, input)
  return {
    expansion: isOne(expand) ? undefined : { name: 'expand', from: input, to: inner, kernel: one },
    depthwise: { name: 'depthwise', from: inner, to: inner, kernel, groups: inner },
    projection: { name: 'project', from: inner, to: channels, kernel: one },
    inner,
    squeezed: floorOf(mul(input, se_ratio)),
  }
}
