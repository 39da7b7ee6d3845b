// A function of each number, or of each vector.
import { activations, writtenActivation } from '../activations'
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'matrix', 'logits', 'gates']

export const activation = defineBlock({
  type: 'activation',
  label: 'Activation',
  group: 'layers',
  about: 'Bends every number by a fixed function; softmax makes the numbers of a vector positive with sum 1.',
  source: 'Hendrycks & Gimpel, GELU, arXiv:1606.08415; Ramachandran et al., Swish, arXiv:1710.05941',
  fields: {
    form: {
      type: 'choice',
      label: 'Function',
      options: [...activations, 'tanh', 'sigmoid', 'softmax'],
      initial: 'gelu',
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  sublabel: ({ form }) => writtenActivation(form),
  example: { x: tensor('tokens', ['B', 50, 3072], 'vision') },
})
