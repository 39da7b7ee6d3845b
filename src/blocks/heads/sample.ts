// From scores to text.
import { given, leadingOf, lengthOf } from '../axes'
import { defineBlock, type Outputs } from '../block'
import { tensor } from '../example'

export const sample = defineBlock({
  type: 'sample',
  label: 'Decode',
  group: 'heads',
  about: 'Chooses the next token from the scores again and again until the text ends; no gradient passes a choice.',
  source: 'nucleus sampling: Holtzman et al., arXiv:1904.09751',
  fields: {
    gives: {
      type: 'choice',
      label: 'Gives',
      hint: 'Text, or the ids of tokens that stand for something else, such as an image.',
      options: ['text', 'ids'],
      initial: 'text',
    },
    count: { type: 'shape', label: 'Samples', hint: 'Drawn for each sequence; empty for one.', initial: [] },
    form: { type: 'choice', label: 'Form', options: ['greedy', 'beam', 'sampling'], initial: 'greedy' },
  },
  inputs: [{ id: 'logits', kinds: ['logits'] }],
  outputs: ({ gives }) => (gives === 'ids' ? [{ id: 'ids', kinds: ['ids'] }] : [{ id: 'text', kinds: ['string'] }]),
  shape({ gives, count }, inputs): Outputs {
    const logits = given(inputs, 'logits')
    const each = [...leadingOf(logits, 2), ...count]
    if (gives === 'text') return { text: { kind: 'string', shape: each } }
    return { ids: { kind: 'ids', shape: [...each, lengthOf(logits)] } }
  },
  sublabel({ form, count }, show) {
    const words = form === 'beam' ? 'beam search' : form
    return count.length ? `${words}, ${count.map(show).join(' × ')} of them` : words
  },
  differentiable: false,
  example: { logits: tensor('logits', ['B', 'T', 32000], 'language') },
})
