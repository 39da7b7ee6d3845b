// The objective, as a sum of losses.
import { defineBlock } from '../block'
import { tensor } from '../example'
import { lettered } from '../ports'

export const lossSum = defineBlock({
  type: 'lossSum',
  label: 'Sum of losses',
  group: 'losses',
  about: 'Adds losses, each times its weight.',
  source: 'torch.add',
  fields: {
    inputs: { type: 'dimension', label: 'Inputs', initial: 2, least: 1, most: 26 },
    weights: { type: 'words', label: 'Weights', hint: 'In the order of the inputs.', initial: '' },
  },
  inputs: ({ inputs }) => lettered(inputs, ['loss']),
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ weights }) => weights,
  example: { a: tensor('loss', [], 'vision', 'language'), b: tensor('loss', [], 'vision', 'language') },
})
