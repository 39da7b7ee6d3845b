// Layer normalisation without the mean.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const rmsNorm = defineBlock({
  type: 'rmsNorm',
  label: 'RMSNorm',
  group: 'layers',
  about:
    'Divides every vector by its root mean square and scales each of its numbers by a learned amount; nothing is subtracted.',
  source: 'Zhang & Sennrich, arXiv:1910.07467',
  fields: {},
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: (_, inputs) => [{ name: 'scale', shape: [widthOf(given(inputs, 'x'))] }],
  example: { x: tensor('tokens', ['B', 320, 4096], 'vision', 'language') },
})
