// One learned number that decides how much of a branch is let through.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map']
const written = { tanh: 'tanh(α)', sigmoid: 'σ(α)', scalar: 'α' } as const

export const gate = defineBlock({
  type: 'gate',
  label: 'Gate',
  group: 'layers',
  about:
    'Multiplies a branch by one learned number; where that begins at 0 the branch is shut at first and the network begins as it was without it.',
  source: 'Alayrac et al., Flamingo, arXiv:2204.14198; Bachlechner et al., ReZero, arXiv:2003.04887',
  fields: {
    form: { type: 'choice', label: 'Form', options: ['tanh', 'sigmoid', 'scalar'], initial: 'tanh' },
    init: { type: 'words', label: 'Begins as', initial: '0' },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: () => [{ name: 'alpha', shape: [] }],
  sublabel: ({ form, init }) => `× ${written[form]}${init === '' ? '' : `, α from ${init}`}`,
  example: { x: tensor('tokens', ['B', 'T', 2048], 'language') },
})
