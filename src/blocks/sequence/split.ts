// One sequence cut in two.
import { pretty, sub } from '../../shared/dimension'
import { isLess } from '../arithmetic'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const split = defineBlock({
  type: 'split',
  label: 'Split',
  group: 'sequence',
  about: 'Cuts a sequence in two after a given number of tokens.',
  source: 'torch.split',
  fields: {
    first: {
      type: 'dimension',
      label: 'First part',
      hint: 'Tokens that leave by a; the rest leaves by b.',
      initial: 1,
      least: 0,
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [
    { id: 'a', kinds: ['tokens'] },
    { id: 'b', kinds: ['tokens'] },
  ],
  shape({ first }, inputs) {
    const x = given(inputs, 'x')
    if (isLess(lengthOf(x), first)) {
      return refuse('x', `\`x\` is ${shown(x.shape)}: it has no ${pretty(first)} tokens to split off`)
    }
    const part = (length: typeof first) => ({ ...x, shape: [...leadingOf(x, 2), length, widthOf(x)] })
    return { a: part(first), b: part(sub(lengthOf(x), first)) }
  },
  sublabel: ({ first }, show) => `after ${show(first)}`,
  example: { x: tensor('tokens', ['B', 257, 1024], 'vision') },
})
