// The strings that score best.
import { isEqual, pretty, product, type Dim } from '../../shared/dimension'
import { isLess, one } from '../arithmetic'
import { given } from '../axes'
import { defineBlock, type Outputs } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const retrieve = defineBlock({
  type: 'retrieve',
  label: 'Pick the best',
  group: 'text',
  about:
    'Keeps, for every row of scores, the strings whose columns score highest, or without scores those that the language model itself finds likeliest; no gradient passes the choice.',
  source: 'Yang et al., PICa, arXiv:2109.05014; Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    top: { type: 'shape', label: 'How many', hint: 'Empty for the one that is best.', initial: [] },
  },
  inputs: [
    { id: 'scores', kinds: ['matrix'], optional: true },
    { id: 'items', label: 'choices', kinds: ['string'] },
  ],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape({ top }, inputs) {
    const items = given(inputs, 'items')
    const count = items.shape.at(-1)
    if (!count) return refuse('items', '`items` is one string: there is nothing to choose from')
    const scores = inputs['scores']
    const [rows, columns] = scores ? scores.shape : [one, count]
    const wanted = product(top)
    if (isLess(count, wanted)) return refuse('items', `\`items\` are ${pretty(count)}, fewer than ${pretty(wanted)}`)
    if (!scores) return text([...items.shape.slice(0, -1), ...top])
    if (!rows || !columns || items.shape.length !== 1 || !isEqual(count, columns))
      return refuse(
        'items',
        `\`items\` is ${shown(items.shape)}, but there has to be one string for each column of \`scores\`, which is ${shown(scores.shape)}`,
      )
    return text([rows, ...top])
  },
  sublabel: ({ top }, show) => `the best ${top.length ? top.map(show).join(' × ') : 'one'}`,
  differentiable: false,
  example: { scores: tensor('matrix', ['B', 365], 'vision', 'language'), items: tensor('string', [365], 'language') },
})

function text(shape: readonly Dim[]): Outputs {
  return { text: { kind: 'string', shape, modality: ['language'] } }
}
