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
  about: 'Cuts a sequence of vectors or of token ids in two after a given number of tokens.',
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
  inputs: [{ id: 'x', kinds: ['tokens', 'ids'] }],
  outputs: [
    { id: 'a', kinds: ['tokens', 'ids'] },
    { id: 'b', kinds: ['tokens', 'ids'] },
  ],
  shape({ first }, inputs) {
    const x = given(inputs, 'x')
    const isIds = x.kind === 'ids'
    const whole = isIds ? widthOf(x) : lengthOf(x)
    if (isLess(whole, first)) {
      return refuse('x', `\`x\` is ${shown(x.shape)}: it has no ${pretty(first)} tokens to split off`)
    }
    const part = (length: typeof first) => ({
      ...x,
      shape: isIds ? [...leadingOf(x, 1), length] : [...leadingOf(x, 2), length, widthOf(x)],
    })
    return { a: part(first), b: part(sub(whole, first)) }
  },
  sublabel: ({ first }, show) => `after ${show(first)}`,
  example: { x: tensor('tokens', ['B', 257, 1024], 'vision') },
})
