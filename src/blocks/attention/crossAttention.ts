// Attention from one sequence to another.
import type { Dim } from '../../shared/dimension'
import { isZero, plus, times } from '../arithmetic'
import { given, lengthOf, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { leadingClash } from '../clash'
import { tensor } from '../example'
import { projection } from '../weight'
import { headClash, headsWords, headWidths } from './heads'

export const crossAttention = defineBlock({
  type: 'crossAttention',
  label: 'Cross-attention',
  group: 'attention',
  about:
    'Every token of one sequence asks the tokens of another and takes in a mean of their values, weighted by the softmax of the products of its query with their keys.',
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762',
  fields: {
    heads: { type: 'dimension', label: 'Heads', initial: 12 },
    head_width: { type: 'dimension', label: 'Head width', hint: '0 for width / heads.', initial: 0, least: 0 },
    kv_heads: {
      type: 'dimension',
      label: 'Key and value heads',
      hint: '0 for as many as heads.',
      initial: 0,
      least: 0,
    },
    value_width: {
      type: 'dimension',
      label: 'Width of the values',
      hint: 'Of all heads together; 0 for that of the queries.',
      initial: 0,
      least: 0,
    },
    bias: { type: 'boolean', label: 'Bias', initial: true },
    width: { type: 'dimension', label: 'Output width', hint: '0 for that of the queries.', initial: 0, least: 0 },
    attends: { type: 'words', label: 'Attends to', hint: 'Which tokens a query may see.', initial: '' },
  },
  inputs: [
    { id: 'x', label: 'queries', kinds: ['tokens'] },
    { id: 'context', label: 'keys and values', kinds: ['tokens'] },
    { id: 'mask', kinds: ['mask'], optional: true, side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(values, inputs) {
    const [x, context] = [given(inputs, 'x'), given(inputs, 'context')]
    const { kind, shape } = withWidth(x, outputWidth(values.width, inputs))
    return (
      headClash('x', widthOf(x), values) ??
      leadingClash({ port: 'context', tensor: context, otherPort: 'x', other: x }) ?? { x: { kind, shape } }
    )
  },
  weights(values, inputs) {
    const [width, contextWidth] = [widthOf(given(inputs, 'x')), widthOf(given(inputs, 'context'))]
    const { queries, keys, values: own, taken } = headWidths(width, values)
    return [
      ...projection('query', width, queries, values.bias),
      ...projection('key', contextWidth, keys, values.bias),
      ...projection('value', contextWidth, own, values.bias),
      ...projection('out', taken, outputWidth(values.width, inputs), values.bias),
    ]
  },
  macs(values, inputs) {
    const [x, context] = [given(inputs, 'x'), given(inputs, 'context')]
    const { queries, keys, values: own, taken } = headWidths(widthOf(x), values)
    return {
      weights: plus(
        times(vectorsOf(x), widthOf(x), queries),
        times(vectorsOf(x), taken, outputWidth(values.width, inputs)),
        times(vectorsOf(context), widthOf(context), plus(keys, own)),
      ),
      activations: times(vectorsOf(x), lengthOf(context), plus(queries, taken)),
    }
  },
  sublabel(values, show) {
    return values.attends === '' ? headsWords(values, show) : `${headsWords(values, show)}, ${values.attends}`
  },
  example: {
    x: tensor('tokens', ['B', 'T', 768], 'language'),
    context: tensor('tokens', ['B', 256, 1024], 'vision'),
  },
})

function outputWidth(width: Dim, inputs: Inputs): Dim {
  return isZero(width) ? widthOf(given(inputs, 'x')) : width
}
