// The two (gated: three) matrices that follow an attention.
import type { Dim } from '../../shared/dimension'
import { activations, writtenActivation } from '../activations'
import { isZero, times } from '../arithmetic'
import { given, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'
import { projection, scaleAndBias } from '../weight'

export const feedForward = defineBlock({
  type: 'feedForward',
  label: 'Feed-forward',
  group: 'attention',
  about:
    'Takes every token by itself to a wider hidden layer, through an activation, and back; where it is gated, a second hidden layer is multiplied with the activated one.',
  source:
    'Vaswani et al., arXiv:1706.03762; gated: Shazeer, arXiv:2002.05202; squared ReLU: So et al., arXiv:2109.08668',
  fields: {
    hidden: { type: 'dimension', label: 'Hidden width', hint: '0 for four times the width.', initial: 0, least: 0 },
    activation: { type: 'choice', label: 'Activation', options: activations, initial: 'gelu' },
    gated: { type: 'boolean', label: 'Gated', initial: false },
    bias: { type: 'boolean', label: 'Bias', initial: true },
    inner_norm: {
      type: 'boolean',
      label: 'Norm before the output',
      hint: 'A layer norm between the activation and the way back.',
      initial: false,
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights({ hidden, gated, bias, inner_norm }, inputs) {
    const width = widthOf(given(inputs, 'x'))
    const inner = hiddenWidth(hidden, inputs)
    return [
      ...projection('up', width, inner, bias),
      ...(gated ? projection('gate', width, inner, bias) : []),
      ...(inner_norm ? scaleAndBias('norm_', inner) : []),
      ...projection('down', inner, width, bias),
    ]
  },
  macs({ hidden, gated }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(gated ? 3 : 2, vectorsOf(x), widthOf(x), hiddenWidth(hidden, inputs)) }
  },
  sublabel({ hidden, activation, gated }, show) {
    const size = isZero(hidden) ? '× 4' : show(hidden)
    return `${size}, ${gated ? 'gated ' : ''}${writtenActivation(activation)}`
  },
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})

function hiddenWidth(hidden: Dim, inputs: Inputs): Dim {
  return isZero(hidden) ? times(4, widthOf(given(inputs, 'x'))) : hidden
}
