// From scores to text.
import { defineBlock } from '../block'
import { tensor } from '../example'

export const sample = defineBlock({
  type: 'sample',
  label: 'Decode',
  group: 'heads',
  about: 'Chooses the next token from the scores again and again until the text ends; no gradient passes a choice.',
  source: 'nucleus sampling: Holtzman et al., arXiv:1904.09751',
  fields: {
    form: { type: 'choice', label: 'Form', options: ['greedy', 'beam', 'sampling'], initial: 'greedy' },
  },
  inputs: [{ id: 'logits', kinds: ['logits'] }],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: () => ({ text: { kind: 'string', shape: [] } }),
  sublabel: ({ form }) => (form === 'beam' ? 'beam search' : form),
  differentiable: false,
  example: { logits: tensor('logits', ['B', 'T', 32000], 'language') },
})
