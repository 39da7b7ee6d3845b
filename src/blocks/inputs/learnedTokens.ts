// Vectors that are weights themselves: latents, learned queries, soft prompts.
import { defineBlock } from '../block'

export const learnedTokens = defineBlock({
  type: 'learnedTokens',
  label: 'Learned tokens',
  group: 'inputs',
  about:
    'A fixed number of vectors that are learned like weights and are the same for every input: latents, queries or soft prompts.',
  source: 'Jaegle et al., Perceiver, arXiv:2103.03206; Lester et al., prompt tuning, arXiv:2104.08691',
  fields: {
    batch: { type: 'shape', label: 'Batch', hint: 'The one set of vectors is repeated over it.', initial: ['B'] },
    count: { type: 'dimension', label: 'Count', initial: 64 },
    width: { type: 'dimension', label: 'Width', initial: 768 },
  },
  inputs: [],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape({ batch, count, width }) {
    return { tokens: { kind: 'tokens', shape: [...batch, count, width], modality: [] } }
  },
  weights: ({ count, width }) => [{ name: 'tokens', shape: [count, width] }],
  sublabel: ({ count, width }, show) => `${show(count)} × ${show(width)}`,
  example: {},
})
