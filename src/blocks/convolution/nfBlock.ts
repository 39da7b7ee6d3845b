// NFNet's residual block, which needs no norm.
import { constantOf, dim, div, floorOf, integerOf, isEqual, mul, pretty, type Dim } from '../../shared/dimension'
import { isOne, isZero, one, plus } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'
import { squeezeMacs, squeezeWeights } from './squeeze'

interface Sizes {
  readonly channels: Dim
  readonly group_size: Dim
  readonly se_ratio: Dim
}

interface Parts {
  readonly narrow: Convolution
  readonly grouped: readonly [Convolution, Convolution]
  readonly wide: Convolution
  readonly shortcut: Convolution
  readonly squeezed: Dim
}

export const nfBlock = defineBlock({
  type: 'nfBlock',
  label: 'NFNet block',
  group: 'convolution',
  about:
    'A residual block of weight-standardised convolutions with scaled activations in place of batch norm: 1 × 1, two grouped 3 × 3, 1 × 1, squeeze and excitation, and a learned gain that begins at 0.',
  source: 'Brock et al., NFNet, arXiv:2102.06171',
  fields: {
    channels: { type: 'dimension', label: 'Channels', hint: 'Of the output; half as many inside.', initial: 256 },
    group_size: { type: 'dimension', label: 'Group size', hint: 'Channels in a group.', initial: 128 },
    stride: { type: 'dimension', label: 'Stride', initial: 1 },
    first: {
      type: 'boolean',
      label: 'First of its stage',
      hint: 'A 1 × 1 convolution on the shortcut, after an average pool where there is a stride.',
      initial: false,
    },
    se_ratio: {
      type: 'dimension',
      label: 'Squeeze ratio',
      hint: 'Of the output channels; 0 for no squeeze and excitation.',
      initial: 0.5,
      least: 0,
      decimal: true,
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape(values, inputs) {
    const { channels, group_size, stride, first } = values
    const map = given(inputs, 'map')
    const input = mapAxes(map)
    if (!first && !(isEqual(channels, input.channels) && isOne(stride))) {
      const why = isOne(stride) ? `gives ${pretty(channels)} channels` : `has stride ${pretty(stride)}`
      return refuse('map', `\`map\` is ${shown(map.shape)}, but the block ${why}: only the first of a stage may`)
    }
    const inner = div(channels, dim(2))
    const groups = div(inner, group_size)
    if (constantOf(groups) && integerOf(groups) === undefined) {
      return refuse('map', `The ${pretty(inner)} inner channels are not whole groups of ${pretty(group_size)}`)
    }
    return { map: { kind: 'map', shape: shapeOf(strided(input, stride, channels)) } }
  },
  weights(values, inputs) {
    const { narrow, grouped, wide, shortcut, squeezed } = partsOf(values, inputs)
    return [
      ...[narrow, ...grouped, wide, ...(values.first ? [shortcut] : [])].flatMap(normalisedConvolution),
      ...(isZero(values.se_ratio) ? [] : squeezeWeights(values.channels, squeezed)),
      { name: 'skip_gain', shape: [] },
    ]
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { narrow, grouped, wide, shortcut, squeezed } = partsOf(values, inputs)
    const after = positionsOf(strided(input, values.stride, values.channels))
    return {
      weights: plus(
        convolutionMacs(narrow, positionsOf(input)),
        ...[...grouped, wide, ...(values.first ? [shortcut] : [])].map((each) => convolutionMacs(each, after)),
        isZero(values.se_ratio) ? 0 : squeezeMacs(input.maps, values.channels, squeezed),
      ),
    }
  },
  sublabel({ channels, stride }, show) {
    return `${show(channels)} channels${isOne(stride) ? '' : `, stride ${show(stride)}`}`
  },
  example: { map: tensor('map', ['B', 256, 72, 72], 'vision') },
})

function partsOf({ channels, group_size, se_ratio }: Sizes, inputs: Inputs): Parts {
  const input = mapAxes(given(inputs, 'map')).channels
  const inner = div(channels, dim(2))
  const grouped = { from: inner, to: inner, kernel: dim(3), groups: div(inner, group_size) }
  return {
    narrow: { name: 'conv1', from: input, to: inner, kernel: one },
    grouped: [
      { name: 'conv2', ...grouped },
      { name: 'conv2b', ...grouped },
    ],
    wide: { name: 'conv3', from: inner, to: channels, kernel: one },
    shortcut: { name: 'shortcut', from: input, to: channels, kernel: one },
    squeezed: floorOf(mul(channels, se_ratio)),
  }
}
