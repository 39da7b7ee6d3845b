// Pooling by attention from one learned query.
import { isZero, plus, square, times, zero } from '../arithmetic'
import type { Dim } from '../../shared/dimension'
import { given, leadingOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { headClash } from '../attention/heads'
import { tensor } from '../example'
import { projection, scaleAndBias } from '../weight'

export const mapHead = defineBlock({
  type: 'mapHead',
  label: 'MAP head',
  group: 'sequence',
  about:
    'Pools a sequence with multi-head attention from one learned probe, followed by a feed-forward with its own LayerNorm and residual.',
  source: 'Lee et al., Set Transformer, arXiv:1810.00825; Zhai et al., Scaling vision transformers, arXiv:2106.04560',
  fields: {
    heads: { type: 'dimension', label: 'Heads', initial: 12 },
    hidden: { type: 'dimension', label: 'Hidden width', hint: '0 for four times the width.', initial: 0, least: 0 },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'vector', kinds: ['vector'] }],
  shape({ heads }, inputs) {
    const tokens = given(inputs, 'tokens')
    const width = widthOf(tokens)
    return (
      headClash('tokens', width, { heads, head_width: zero, kv_heads: zero }) ?? {
        vector: { kind: 'vector', shape: [...leadingOf(tokens, 2), width] },
      }
    )
  },
  weights({ hidden }, inputs) {
    const width = widthOf(given(inputs, 'tokens'))
    const inner = hiddenWidth(hidden, inputs)
    return [
      { name: 'probe', shape: [width] },
      ...['query', 'key', 'value', 'out'].flatMap((name) => projection(name, width, width, true)),
      ...scaleAndBias('norm_', width),
      ...projection('up', width, inner, true),
      ...projection('down', inner, width, true),
    ]
  },
  macs({ hidden }, inputs) {
    const tokens = given(inputs, 'tokens')
    const width = widthOf(tokens)
    const perPooled = plus(times(2, square(width)), times(2, width, hiddenWidth(hidden, inputs)))
    return {
      weights: plus(times(sequencesOf(tokens), perPooled), times(2, vectorsOf(tokens), square(width))),
      activations: times(2, vectorsOf(tokens), width),
    }
  },
  sublabel: ({ heads, hidden }, show) => `${show(heads)} heads, ${isZero(hidden) ? '× 4' : show(hidden)}`,
  example: { tokens: tensor('tokens', ['B', 196, 768], 'vision') },
})

function hiddenWidth(hidden: Dim, inputs: Inputs): Dim {
  return isZero(hidden) ? times(4, widthOf(given(inputs, 'tokens'))) : hidden
}
