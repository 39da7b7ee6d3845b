// Vectors that stand for one thing each, read as a sequence.
import { given } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const asTokens = defineBlock({
  type: 'asTokens',
  label: 'Vectors as tokens',
  group: 'sequence',
  about: 'Reads a list of vectors, such as one for each part of an image, as the tokens of a sequence.',
  source: 'Lin et al., M6, arXiv:2103.00823',
  fields: {},
  inputs: [{ id: 'x', kinds: ['vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    if (x.shape.length < 2) return refuse('x', `\`x\` is ${shown(x.shape)}, only one vector`)
    return { x: { ...x, kind: 'tokens' } }
  },
  example: { x: tensor('vector', ['B', 9, 2048], 'vision') },
})
