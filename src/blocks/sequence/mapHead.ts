// Pooling by attention from one learned query.
import { isZero, plus, square, times, zero } from '../arithmetic'
import type { Dim } from '../../shared/dimension'
import { given, leadingOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { headClash } from '../attention/heads'
import { tensor } from '../example'
import { projection, scaleAndBias } from '../weight'
import { hints, phrases, terms } from '../words'

export const mapHead = defineBlock({
  type: 'mapHead',
  label: { en: 'MAP head', ja: 'MAP ヘッド', 'zh-Hans': 'MAP 头', 'zh-Hant': 'MAP 頭' },
  group: 'sequence',
  about: {
    en: 'Pools a sequence with multi-head attention from one learned probe, followed by a feed-forward with its own LayerNorm and residual.',
    ja: '学習された 1 つのプローブによるマルチヘッドアテンションで列をまとめ、独自の LayerNorm と残差を持つフィードフォワードを続ける。',
    'zh-Hans': '用一个可学习探针的多头注意力汇聚序列，其后是带有自己的 LayerNorm 和残差的前馈网络。',
    'zh-Hant': '用一個可學習探針的多頭注意力匯聚序列，其後是帶有自己的 LayerNorm 和殘差的前饋網路。',
  },
  source: 'Lee et al., Set Transformer, arXiv:1810.00825; Zhai et al., Scaling vision transformers, arXiv:2106.04560',
  fields: {
    heads: { type: 'dimension', label: terms.heads, initial: 12 },
    hidden: {
      type: 'dimension',
      label: terms.hiddenWidth,
      hint: hints.fourTimesTheWidth,
      initial: 0,
      least: 0,
    },
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
  sublabel: ({ heads, hidden }, show, say) =>
    [say(phrases.heads, { n: show(heads) }), isZero(hidden) ? '× 4' : show(hidden)].join(say(phrases.comma)),
  example: { tokens: tensor('tokens', ['B', 196, 768], 'vision') },
})

function hiddenWidth(hidden: Dim, inputs: Inputs): Dim {
  return isZero(hidden) ? times(4, widthOf(given(inputs, 'tokens'))) : hidden
}
