// Tokens on their way to the experts.
import { isOne } from '../arithmetic'
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { gatesClash } from './gatesClash'

export const dispatch = defineBlock({
  type: 'dispatch',
  label: 'Dispatch',
  group: 'experts',
  about:
    'Sends every token to the experts with its largest shares, as far as their capacity goes; with priority the surest tokens are placed first, and what finds no place skips the layer.',
  source: 'Riquelme et al., V-MoE, arXiv:2106.05974; Fedus et al., Switch, arXiv:2101.03961',
  fields: {
    top_k: { type: 'dimension', label: 'Experts for a token', initial: 1 },
    capacity_factor: {
      type: 'dimension',
      label: 'Capacity factor',
      hint: 'Places of an expert, where 1 is an even share of the tokens.',
      initial: 1.05,
      least: 0,
      decimal: true,
    },
    priority: { type: 'boolean', label: 'Batch priority routing', initial: true },
  },
  inputs: [
    { id: 'x', kinds: ['tokens'] },
    { id: 'gates', kinds: ['gates'], side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    return gatesClash(given(inputs, 'gates'), x) ?? { x }
  },
  sublabel({ top_k, capacity_factor, priority }, show) {
    const words = [`top ${show(top_k)}`]
    if (!isOne(capacity_factor)) words.push(`capacity × ${show(capacity_factor)}`)
    if (priority) words.push('by priority')
    return words.join(', ')
  },
  example: {
    x: tensor('tokens', ['B', 272, 1280], 'vision', 'language'),
    gates: tensor('gates', ['B', 272, 32], 'vision', 'language'),
  },
})
