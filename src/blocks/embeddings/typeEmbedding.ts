// A learned vector for each kind of token: BERT's segments, or the modality.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const typeEmbedding = defineBlock({
  type: 'typeEmbedding',
  label: 'Type embedding',
  group: 'embeddings',
  about: 'Adds to every token a learned vector that says of which kind it is: first or second sentence, image or text.',
  source: 'Devlin et al., BERT, arXiv:1810.04805',
  fields: { types: { type: 'dimension', label: 'Types', initial: 2 } },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape: (_, inputs) => ({ tokens: given(inputs, 'tokens') }),
  weights: ({ types }, inputs) => [{ name: 'types', shape: [types, widthOf(given(inputs, 'tokens'))] }],
  sublabel: ({ types }, show) => `${show(types)} types`,
  example: { tokens: tensor('tokens', ['B', 64, 1024], 'language') },
})
