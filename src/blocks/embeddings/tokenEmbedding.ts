// A table from token ids to vectors.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const tokenEmbedding = defineBlock({
  type: 'tokenEmbedding',
  label: 'Token embedding',
  group: 'embeddings',
  about: 'Looks up one learned vector for each token id; looking up multiplies nothing.',
  source: 'Bengio et al., A neural probabilistic language model, JMLR 2003',
  fields: {
    vocab_size: { type: 'dimension', label: 'Vocabulary', initial: 49408 },
    width: { type: 'dimension', label: 'Width', initial: 512 },
  },
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape: ({ width }, inputs) => ({ tokens: { kind: 'tokens', shape: [...given(inputs, 'ids').shape, width] } }),
  weights: ({ vocab_size, width }) => [{ name: 'table', shape: [vocab_size, width] }],
  sublabel: ({ vocab_size, width }, show) => `${show(vocab_size)} × ${show(width)}`,
  differentiable: false,
  example: { ids: tensor('ids', ['B', 77], 'language') },
})
