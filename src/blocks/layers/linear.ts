// One matrix, with or without a bias.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'

export const linear = defineBlock({
  type: 'linear',
  label: 'Linear',
  group: 'layers',
  about: 'Multiplies every vector by one learned matrix and adds a learned bias where there is one.',
  source: 'torch.nn.Linear',
  fields: {
    width: { type: 'dimension', label: 'Width', hint: 'Of the output.', initial: 768 },
    bias: { type: 'boolean', label: 'Bias', initial: true },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: ({ width }, inputs) => ({ x: withWidth(given(inputs, 'x'), width) }),
  weights: ({ width, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), width, bias),
  macs({ width }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), width) }
  },
  sublabel: ({ width, bias }, show) => `→ ${show(width)}${bias ? '' : ', no bias'}`,
  example: { x: tensor('tokens', ['B', 256, 1664], 'vision') },
})
