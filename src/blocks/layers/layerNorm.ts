// Layer normalisation.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { scaleAndBias } from '../weight'

export const layerNorm = defineBlock({
  type: 'layerNorm',
  label: 'LayerNorm',
  group: 'layers',
  about: 'Brings every vector to mean 0 and variance 1, then scales and shifts each of its numbers by learned amounts.',
  source: 'Ba et al., Layer normalization, arXiv:1607.06450',
  fields: { bias: { type: 'boolean', label: 'Bias', initial: true } },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: ({ bias }, inputs) => scaleAndBias('', widthOf(given(inputs, 'x'))).slice(0, bias ? 2 : 1),
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})
