// Scores over the vocabulary.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'

export const lmHead = defineBlock({
  type: 'lmHead',
  label: 'LM head',
  group: 'heads',
  about:
    'Gives every token one score for each piece of the vocabulary; often its matrix is the token embedding itself.',
  source: 'tied: Press & Wolf, arXiv:1608.05859',
  fields: {
    vocab_size: { type: 'dimension', label: 'Vocabulary', initial: 32000 },
    bias: { type: 'boolean', label: 'Bias', initial: false },
  },
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'logits', kinds: ['logits'] }],
  shape({ vocab_size }, inputs) {
    return { logits: { kind: 'logits', shape: withWidth(given(inputs, 'x'), vocab_size).shape } }
  },
  weights: ({ vocab_size, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), vocab_size, bias),
  macs({ vocab_size }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), vocab_size) }
  },
  sublabel: ({ vocab_size }, show) => `→ ${show(vocab_size)}`,
  example: { x: tensor('tokens', ['B', 'T', 4096], 'language') },
})
