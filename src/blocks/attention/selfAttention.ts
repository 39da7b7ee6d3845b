// Multi-head self-attention, with the variations that the families of models have.
import { isEqual, pretty, sum, type Dim } from '../../shared/dimension'
import { plus, square, times } from '../arithmetic'
import { given, lengthOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs, type Weight } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import type { Clash } from '../tensor'
import { projection, scaleAndBias } from '../weight'
import { headClash, headsWords, headWidths } from './heads'

export const selfAttention = defineBlock({
  type: 'selfAttention',
  label: 'Self-attention',
  group: 'attention',
  about:
    'Every token asks all tokens of its sequence and takes in a mean of their values, weighted by the softmax of the products of its query with their keys, in several heads at once.',
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762; grouped keys: Ainslie et al., arXiv:2305.13245',
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
    out_bias: {
      type: 'choice',
      label: 'Output bias',
      options: ['as bias', 'with', 'without'],
      initial: 'as bias',
    },
    mask: { type: 'choice', label: 'Mask', options: ['full', 'causal', 'prefix', 'own sequence'], initial: 'full' },
    positions: {
      type: 'choice',
      label: 'Positions',
      options: ['none', 'relative bias', 'rotary', 'alibi', 'transformer-xl'],
      initial: 'none',
    },
    qk_norm: {
      type: 'choice',
      label: 'Norm of queries and keys',
      hint: 'A learned scale over all heads, or over one head that all share.',
      options: ['none', 'all heads', 'each head'],
      initial: 'none',
    },
    out_norm: {
      type: 'boolean',
      label: 'Norm before the output',
      hint: 'A layer norm between the heads and the output projection.',
      initial: false,
    },
    segments: {
      type: 'shape',
      label: 'Segments',
      hint: 'Lengths of the separate sequences that lie side by side; empty for one.',
      initial: [],
    },
  },
  inputs: [
    { id: 'x', kinds: ['tokens'] },
    { id: 'mask', kinds: ['mask'], optional: true, side: true },
    { id: 'bias', kinds: ['mask'], optional: true, side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(values, inputs) {
    const x = given(inputs, 'x')
    return (
      headClash('x', widthOf(x), values) ??
      segmentClash(values.segments, inputs) ??
      biasClash(values.heads, inputs) ?? { x }
    )
  },
  weights(values, inputs) {
    const { bias, out_bias, positions, qk_norm, out_norm } = values
    const width = widthOf(given(inputs, 'x'))
    const { head, queries, keys, values: own, taken } = headWidths(width, values)
    return [
      ...projection('query', width, queries, bias),
      ...projection('key', width, keys, bias),
      ...projection('value', width, own, bias),
      ...(out_norm ? scaleAndBias('norm_', taken) : []),
      ...projection('out', taken, width, out_bias === 'with' || (out_bias === 'as bias' && bias)),
      ...(positions === 'transformer-xl' ? projection('relative', width, queries, false) : []),
      ...(qk_norm === 'all heads' ? scales(queries, keys) : qk_norm === 'each head' ? scales(head, head) : []),
    ]
  },
  macs(values, inputs) {
    const x = given(inputs, 'x')
    const { queries, keys, values: own, taken } = headWidths(widthOf(x), values)
    // Transformer-XL also projects the distances, and multiplies every query with every distance.
    const more = values.positions === 'transformer-xl' ? 1 : 0
    return {
      weights: times(vectorsOf(x), widthOf(x), plus(times(1 + more, queries), keys, own, taken)),
      activations: times(sequencesOf(x), pairs(values.segments, lengthOf(x)), plus(times(1 + more, queries), taken)),
    }
  },
  sublabel(values, show) {
    const words = [headsWords(values, show)]
    if (values.mask !== 'full') words.push(values.mask)
    if (values.positions !== 'none') words.push(positionWords[values.positions])
    return words.join(', ')
  },
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})

const positionWords = {
  'relative bias': 'relative bias',
  rotary: 'rotary',
  alibi: 'ALiBi',
  'transformer-xl': 'relative positions',
}

function scales(queries: Dim, keys: Dim): readonly Weight[] {
  return [
    { name: 'query_scale', shape: [queries] },
    { name: 'key_scale', shape: [keys] },
  ]
}

/** Pairs of a query and a key: those of each segment, for attention stays within it. */
function pairs(segments: readonly Dim[], length: Dim): Dim {
  return segments.length === 0 ? square(length) : sum(segments.map(square))
}

function segmentClash(segments: readonly Dim[], inputs: Inputs): Clash | undefined {
  const x = given(inputs, 'x')
  const total = sum(segments)
  if (segments.length === 0 || isEqual(total, lengthOf(x))) return undefined
  return refuse(
    'x',
    `\`x\` is ${shown(x.shape)}, but the segments ${segments.map(pretty).join(' + ')} make ${pretty(total)} tokens`,
  )
}

function biasClash(heads: Dim, inputs: Inputs): Clash | undefined {
  const [found] = inputs['bias']?.shape.length === 3 ? inputs['bias'].shape : []
  if (!found || isEqual(found, heads)) return undefined
  return refuse('bias', `\`bias\` is for ${pretty(found)} heads, but the attention has ${pretty(heads)}`)
}
