// Vectors of length 1.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const normalise = defineBlock({
  type: 'normalise',
  label: 'L2 normalise',
  group: 'sequence',
  about: 'Divides every vector by its length, so that products of two vectors are cosines.',
  source: 'Radford et al., CLIP, arXiv:2103.00020',
  fields: {},
  inputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  outputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  example: { x: tensor('vector', ['B', 512], 'vision') },
})
