// One convolution, with its norm and activation.
import type { Dim } from '../../shared/dimension'
import { integerOf, pretty } from '../../shared/dimension'
import { writtenActivation } from '../activations'
import { isOne } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, kernelOf, normalisedConvolution, positionsOf, shapeOf, strided } from './convolution'

export const conv2d = defineBlock({
  type: 'conv2d',
  label: 'Convolution',
  group: 'convolution',
  about:
    'Slides one learned kernel over height and width, padded so that only the stride makes the map smaller; a norm and an activation may follow.',
  source: 'batch norm: Ioffe & Szegedy, arXiv:1502.03167; weight standardised: Qiao et al., arXiv:1903.10520',
  fields: {
    channels: { type: 'dimension', label: 'Channels', hint: 'Of the output.', initial: 64 },
    kernel: { type: 'dimension', label: 'Kernel', hint: 'Its height and width.', initial: 3 },
    stride: { type: 'dimension', label: 'Stride', initial: 1 },
    groups: { type: 'dimension', label: 'Groups', initial: 1 },
    bias: { type: 'boolean', label: 'Bias', initial: false },
    norm: { type: 'choice', label: 'Norm', options: ['none', 'batch', 'weight standardised'], initial: 'none' },
    activation: { type: 'choice', label: 'Activation', options: ['none', 'relu', 'silu', 'gelu'], initial: 'none' },
  },
  inputs: [{ id: 'map', kinds: ['map', 'image'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ channels, stride, groups }, inputs) {
    const map = given(inputs, 'map')
    for (const size of [mapAxes(map).channels, channels]) {
      const [whole, parts] = [integerOf(size), integerOf(groups)]
      if (whole === undefined || parts === undefined || whole % parts === 0n) continue
      return refuse(
        'map',
        `\`map\` is ${shown(map.shape)}: ${pretty(groups)} groups do not divide ${pretty(size)} channels`,
      )
    }
    return { map: { kind: 'map', shape: shapeOf(strided(mapAxes(map), stride, channels)) } }
  },
  weights(values, inputs) {
    const convolution = convolutionOf(values, inputs)
    if (values.norm === 'weight standardised') return normalisedConvolution(convolution)
    return [
      ...(values.norm === 'batch' ? normalisedConvolution(convolution) : [kernelOf(convolution)]),
      ...(values.bias ? [{ name: 'bias', shape: [values.channels] }] : []),
    ]
  },
  macs(values, inputs) {
    const output = strided(mapAxes(given(inputs, 'map')), values.stride, values.channels)
    return { weights: convolutionMacs(convolutionOf(values, inputs), positionsOf(output)) }
  },
  sublabel({ kernel, channels, stride, activation }, show) {
    const words = [`${show(kernel)} × ${show(kernel)} → ${show(channels)}`]
    if (!isOne(stride)) words.push(`stride ${show(stride)}`)
    if (activation !== 'none') words.push(writtenActivation(activation))
    return words.join(', ')
  },
  example: { map: tensor('image', ['B', 3, 224, 224], 'vision') },
})

function convolutionOf(
  { channels, kernel, groups }: Readonly<Record<'channels' | 'kernel' | 'groups', Dim>>,
  inputs: Inputs,
) {
  return { name: 'kernel', from: mapAxes(given(inputs, 'map')).channels, to: channels, kernel, groups }
}
