// One learned vector before the sequence, which gathers what is asked of the whole.
import { plus } from '../arithmetic'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const classToken = defineBlock({
  type: 'classToken',
  label: 'Class token',
  group: 'embeddings',
  about: 'Puts one learned vector before the sequence, whose last state stands for the whole of it.',
  source: 'Devlin et al., BERT, arXiv:1810.04805; Dosovitskiy et al., ViT, arXiv:2010.11929',
  fields: {},
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape(_, inputs) {
    const tokens = given(inputs, 'tokens')
    return { tokens: { ...tokens, shape: [...leadingOf(tokens, 2), plus(lengthOf(tokens), 1), widthOf(tokens)] } }
  },
  weights: (_, inputs) => [{ name: 'class', shape: [widthOf(given(inputs, 'tokens'))] }],
  example: { tokens: tensor('tokens', ['B', 49, 768], 'vision') },
})
