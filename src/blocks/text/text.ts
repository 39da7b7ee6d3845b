// Text as text, for systems whose parts speak to each other in words.
import { defineBlock } from '../block'

export const text = defineBlock({
  type: 'text',
  label: 'Text string',
  group: 'text',
  about: 'Text as people write it, not yet cut into tokens: a question, an instruction, a list of words.',
  source: 'Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    count: { type: 'shape', label: 'Count', hint: 'How many strings; empty for one.', initial: [] },
    words: { type: 'words', label: 'In words', hint: 'An example, written in the box.', initial: '' },
  },
  inputs: [],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: ({ count }) => ({ text: { kind: 'string', shape: count, modality: ['language'] } }),
  sublabel: ({ words }) => words,
  example: {},
})
