// Strings put into a text with gaps.
import { defineBlock, type Port } from '../block'
import { tensor } from '../example'
import { lettered } from '../ports'

export const promptTemplate = defineBlock({
  type: 'promptTemplate',
  label: 'Prompt template',
  group: 'text',
  about:
    'Writes strings into the gaps of a fixed text; what a language model reads is all that it learns about the image.',
  source: 'Yang et al., PICa, arXiv:2109.05014; Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    inputs: { type: 'dimension', label: 'Inputs', initial: 2, least: 1, most: 26 },
    template: { type: 'words', label: 'Template', hint: 'The text with its gaps, such as {a} and {b}.', initial: '' },
    count: { type: 'shape', label: 'Count', hint: 'How many prompts; empty for one.', initial: [] },
  },
  // A gap may stay empty, such as where a tagger is left out.
  inputs: ({ inputs }): readonly Port[] =>
    lettered(inputs, ['string']).map((port, i) => (i === 0 ? port : { ...port, optional: true })),
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: ({ count }) => ({ text: { kind: 'string', shape: count, modality: ['language'] } }),
  sublabel: ({ template }) => (template.length > 48 ? `${template.slice(0, 47).trim()}…` : template),
  differentiable: false,
  example: { a: tensor('string', [], 'language'), b: tensor('string', [], 'language') },
})
