// Tokens on their way back from the experts.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { gatesClash } from './gatesClash'

export const combine = defineBlock({
  type: 'combine',
  label: 'Combine',
  group: 'experts',
  about:
    'Puts the tokens back in their order, each the sum of what its experts gave times their shares; a token without a place is 0.',
  source: 'Shazeer et al., arXiv:1701.06538; Riquelme et al., V-MoE, arXiv:2106.05974',
  fields: {},
  inputs: [
    { id: 'x', kinds: ['tokens'] },
    { id: 'gates', kinds: ['gates'], side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    return gatesClash(given(inputs, 'gates'), x) ?? { x }
  },
  sublabel: () => '× gate',
  example: {
    x: tensor('tokens', ['B', 272, 1280], 'vision', 'language'),
    gates: tensor('gates', ['B', 272, 32], 'vision', 'language'),
  },
})
