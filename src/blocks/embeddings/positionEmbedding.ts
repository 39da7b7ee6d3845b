// A learned vector for each place in the sequence.
import { pretty } from '../../shared/dimension'
import { isLess, isZero } from '../arithmetic'
import { given, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const positionEmbedding = defineBlock({
  type: 'positionEmbedding',
  label: 'Position embedding',
  group: 'embeddings',
  about: 'Adds to every token a learned vector that depends only on its place in the sequence.',
  source: 'Gehring et al., arXiv:1705.03122; Devlin et al., BERT, arXiv:1810.04805',
  fields: {
    rows: {
      type: 'dimension',
      label: 'Rows',
      hint: 'Places in the table; 0 for as many as the input has.',
      initial: 0,
      least: 0,
    },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape({ rows }, inputs) {
    const tokens = given(inputs, 'tokens')
    if (!isZero(rows) && isLess(rows, lengthOf(tokens))) {
      return refuse('tokens', `\`tokens\` is ${shown(tokens.shape)}, but the table has ${pretty(rows)} rows only`)
    }
    return { tokens }
  },
  weights({ rows }, inputs) {
    const tokens = given(inputs, 'tokens')
    return [{ name: 'positions', shape: [isZero(rows) ? lengthOf(tokens) : rows, widthOf(tokens)] }]
  },
  sublabel: ({ rows }, show) => (isZero(rows) ? 'learned' : `learned, ${show(rows)} rows`),
  example: { tokens: tensor('tokens', ['B', 77, 512], 'language') },
})
