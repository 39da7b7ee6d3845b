// The strings that score best.
import { isEqual, pretty } from '../../shared/dimension'
import { isLess, isOne } from '../arithmetic'
import { given } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const retrieve = defineBlock({
  type: 'retrieve',
  label: 'Pick the best',
  group: 'text',
  about: 'Keeps, for every row of scores, the strings whose columns score highest; no gradient passes the choice.',
  source: 'Yang et al., PICa, arXiv:2109.05014; Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    top: { type: 'dimension', label: 'How many', initial: 1 },
  },
  inputs: [
    { id: 'scores', kinds: ['matrix'] },
    { id: 'items', label: 'choices', kinds: ['string'] },
  ],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape({ top }, inputs) {
    const [scores, items] = [given(inputs, 'scores'), given(inputs, 'items')]
    const [rows, columns] = scores.shape
    const [count] = items.shape
    if (!rows || !columns || !count || items.shape.length !== 1 || !isEqual(count, columns))
      return refuse(
        'items',
        `\`items\` is ${shown(items.shape)}, but there has to be one string for each column of \`scores\`, which is ${shown(scores.shape)}`,
      )
    if (isLess(columns, top))
      return refuse('scores', `\`scores\` has ${pretty(columns)} columns, fewer than ${pretty(top)}`)
    const shape = [...(isOne(rows) ? [] : [rows]), ...(isOne(top) ? [] : [top])]
    return { text: { kind: 'string', shape, modality: ['language'] } }
  },
  sublabel: ({ top }, show) => `the best ${isOne(top) ? 'one' : show(top)}`,
  differentiable: false,
  example: { scores: tensor('matrix', ['B', 365], 'vision', 'language'), items: tensor('string', [365], 'language') },
})
