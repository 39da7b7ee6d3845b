// Text, tokenised.
import { defineBlock } from '../block'

export const tokenIds = defineBlock({
  type: 'tokenIds',
  label: 'Token ids',
  group: 'inputs',
  about: 'Text cut into the pieces of a fixed vocabulary, each piece given by its number.',
  source: 'Kudo & Richardson, SentencePiece, arXiv:1808.06226',
  fields: {
    batch: { type: 'shape', label: 'Batch', initial: ['B'] },
    length: { type: 'dimension', label: 'Length', hint: 'Tokens in a sequence, padding included.', initial: 'T' },
  },
  inputs: [],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape({ batch, length }) {
    return { ids: { kind: 'ids', shape: [...batch, length], modality: ['language'] } }
  },
  sublabel: ({ length }, show) => `${show(length)} tokens`,
  example: {},
})
