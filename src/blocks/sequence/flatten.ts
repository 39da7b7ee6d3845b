// Sequences of one example made one sequence.
import { mul, type Dim } from '../../shared/dimension'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const flatten = defineBlock({
  type: 'flatten',
  label: 'Flatten',
  group: 'sequence',
  about: 'Lays the sequences of the frames or images of one example one after the other.',
  source: 'torch.flatten',
  fields: {},
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    const leading = leadingOf(x, 2)
    const outer: Dim | undefined = leading.at(-1)
    if (!outer) {
      return refuse('x', `\`x\` is ${shown(x.shape)}: it has no dimension to merge with its length`)
    }
    return { x: { ...x, shape: [...leading.slice(0, -1), mul(outer, lengthOf(x)), widthOf(x)] } }
  },
  example: { x: tensor('tokens', ['B', 'images', 64, 1536], 'vision') },
})
