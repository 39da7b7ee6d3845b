// One vector made a sequence, without weights.
import { div, integerOf, pretty } from '../../shared/dimension'
import { given, leadingOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'

export const unflatten = defineBlock({
  type: 'unflatten',
  label: 'Cut into tokens',
  group: 'sequence',
  about: 'Cuts one long vector into equal pieces, which become the tokens of a sequence.',
  source: 'torch.unflatten',
  fields: {
    count: { type: 'dimension', label: 'Tokens', initial: 2 },
  },
  inputs: [{ id: 'x', kinds: ['vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape({ count }, inputs) {
    const x = given(inputs, 'x')
    const [whole, parts] = [integerOf(widthOf(x)), integerOf(count)]
    if (whole !== undefined && parts !== undefined && whole % parts !== 0n) {
      return refuse('x', `\`x\` has width ${pretty(widthOf(x))}, which does not make ${pretty(count)} tokens`)
    }
    return { x: { ...x, kind: 'tokens', shape: [...leadingOf(x, 1), count, div(widthOf(x), count)] } }
  },
  sublabel: ({ count }, show) => `${show(count)} tokens`,
  example: { x: tensor('vector', ['B', 8192], 'vision') },
})
