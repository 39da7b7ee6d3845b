// A yes or no for every pair.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { squareClash } from './squareClash'

export const sigmoidLoss = defineBlock({
  type: 'sigmoidLoss',
  label: 'Sigmoid loss',
  group: 'losses',
  about:
    'Asks of every image and text of the batch on their own whether they belong together, without a softmax over the batch.',
  source: 'Zhai et al., SigLIP, arXiv:2303.15343',
  fields: {},
  inputs: [{ id: 'logits', kinds: ['matrix'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: (_, inputs) => squareClash('logits', given(inputs, 'logits')) ?? { loss: { kind: 'loss', shape: [] } },
  sublabel: () => 'a yes or no for each pair',
  example: { logits: tensor('matrix', ['B', 'B'], 'vision', 'language') },
})
