// ResNet's residual block of three convolutions.
import { dim, isEqual, mul, pretty, type Dim } from '../../shared/dimension'
import { isOne, one, plus } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'

interface Sizes {
  readonly width: Dim
  readonly expansion: Dim
  readonly project: boolean
}

export const bottleneck = defineBlock({
  type: 'bottleneck',
  label: 'Bottleneck block',
  group: 'convolution',
  about:
    'Adds to a map what a narrow 1 × 1, a 3 × 3 and a wide 1 × 1 convolution make of it; the first block of a stage projects the map as well.',
  source: 'He et al., ResNet, arXiv:1512.03385; average pooling: openai/CLIP, clip/model.py',
  fields: {
    width: { type: 'dimension', label: 'Width', hint: 'Channels of the 3 × 3 convolution.', initial: 64 },
    expansion: { type: 'dimension', label: 'Expansion', hint: 'Output channels for each of the width.', initial: 4 },
    stride: { type: 'dimension', label: 'Stride', initial: 1 },
    project: { type: 'boolean', label: 'Project', hint: 'A 1 × 1 convolution on the shortcut.', initial: false },
    downsampling: {
      type: 'choice',
      label: 'Downsampling',
      hint: 'CLIP pools after the 3 × 3 convolution; others give it the stride.',
      options: ['average pool', 'strided convolution'],
      initial: 'average pool',
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ width, expansion, stride, project }, inputs) {
    const map = given(inputs, 'map')
    const input = mapAxes(map)
    const output = strided(input, stride, mul(width, expansion))
    if (!project && !(isEqual(output.channels, input.channels) && isOne(stride))) {
      const why = isOne(stride) ? `gives ${pretty(output.channels)} channels` : `has stride ${pretty(stride)}`
      return refuse('map', `\`map\` is ${shown(map.shape)}, but the block ${why}: its shortcut has to project`)
    }
    return { map: { kind: 'map', shape: shapeOf(output) } }
  },
  weights(values, inputs) {
    const { narrow, middle, wide, shortcut } = convolutions(values, inputs)
    return [narrow, middle, wide, ...(values.project ? [shortcut] : [])].flatMap(normalisedConvolution)
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { narrow, middle, wide, shortcut } = convolutions(values, inputs)
    const before = positionsOf(input)
    const after = positionsOf(strided(input, values.stride, wide.to))
    return {
      weights: plus(
        convolutionMacs(narrow, before),
        convolutionMacs(middle, values.downsampling === 'average pool' ? before : after),
        convolutionMacs(wide, after),
        values.project ? convolutionMacs(shortcut, after) : 0,
      ),
    }
  },
  sublabel({ width, expansion, stride }, show) {
    return `${show(width)} → ${show(mul(width, expansion))}${isOne(stride) ? '' : `, stride ${show(stride)}`}`
  },
  example: { map: tensor('map', ['B', 256, 56, 56], 'vision') },
})

function convolutions(
  { width, expansion }: Sizes,
  inputs: Inputs,
): Record<'narrow' | 'middle' | 'wide' | 'shortcut', Convolution> {
  const { channels } = mapAxes(given(inputs, 'map'))
  const output = mul(width, expansion)
  return {
    narrow: { name: 'conv1', from: channels, to: width, kernel: one },
    middle: { name: 'conv2', from: width, to: width, kernel: dim(3) },
    wide: { name: 'conv3', from: width, to: output, kernel: one },
    shortcut: { name: 'shortcut', from: channels, to: output, kernel: one },
  }
}
