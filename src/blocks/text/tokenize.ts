// From text to token ids.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const tokenize = defineBlock({
  type: 'tokenize',
  label: 'Tokenizer',
  group: 'text',
  about: 'Cuts a string into the pieces of a fixed vocabulary and gives their numbers; no gradient passes.',
  source: 'Sennrich et al., byte-pair encoding, arXiv:1508.07909',
  fields: {
    length: { type: 'dimension', label: 'Length', hint: 'Tokens in a sequence, padding included.', initial: 'T' },
  },
  inputs: [{ id: 'text', kinds: ['string'] }],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape: ({ length }, inputs) => ({ ids: { kind: 'ids', shape: [...given(inputs, 'text').shape, length] } }),
  sublabel: ({ length }, show) => `${show(length)} tokens`,
  differentiable: false,
  example: { text: tensor('string', ['B'], 'language') },
})
