// Multi-head self-attention, with the variations that the families of models have.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { isEqual, pretty, sum, type Dim } from '../../shared/dimension'
import { plus, times } from '../arithmetic'
import { given, lengthOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs, type Weight } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import type { Clash } from '../tensor'
import { projection, scaleAndBias } from '../weight'
import { headClash, headFields, headsWords, headWidths, valueWidthField } from './heads'
import { distanceBiases, pairsOf, reachFields, reachWords, rotaryClash } from './reach'
import { choiceWords, hints, phrases, terms } from '../words'

const sentences = catalogue({
  segments: {
    en: '“x” is {shape}, but the segments {segments} make {total} tokens.',
    ja: '「x」は {shape} ですが、区間 {segments} の合計は {total} トークンです。',
    'zh-Hans': '“x”为 {shape}，而各分段 {segments} 合计 {total} 个词元。',
    'zh-Hant': '「x」為 {shape}，而各分段 {segments} 合計 {total} 個詞元。',
  },
  biasHeads: {
    en: '“bias” is for {found} heads, but the attention has {heads}.',
    ja: '「bias」は {found} ヘッド用ですが、このアテンションは {heads} ヘッドです。',
    'zh-Hans': '“bias”用于 {found} 个头，而该注意力有 {heads} 个头。',
    'zh-Hant': '「bias」用於 {found} 個頭，而該注意力有 {heads} 個頭。',
  },
})

export const selfAttention = defineBlock({
  type: 'selfAttention',
  label: { en: 'Self-attention', ja: '自己アテンション', 'zh-Hans': '自注意力', 'zh-Hant': '自注意力' },
  group: 'attention',
  about: {
    en: 'Every token asks all tokens of its sequence and takes in a mean of their values, weighted by the softmax of the products of its query with their keys, in several heads at once.',
    ja: '各トークンが自分の列の全トークンに問い合わせ、クエリとキーの積の softmax で重み付けしたバリューの平均を取り込む。複数のヘッドで同時に行う。',
    'zh-Hans': '每个词元询问本序列的所有词元，按查询与键之积的 softmax 加权取入值的平均，多个头同时进行。',
    'zh-Hant': '每個詞元詢問本序列的所有詞元，按查詢與鍵之積的 softmax 加權取入值的平均，多個頭同時進行。',
  },
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762; grouped keys: Ainslie et al., arXiv:2305.13245',
  fields: {
    ...headFields,
    value_width: valueWidthField,
    bias: { type: 'boolean', label: terms.bias, initial: true },
    out_bias: {
      type: 'choice',
      label: { en: 'Output bias', ja: '出力のバイアス', 'zh-Hans': '输出偏置', 'zh-Hant': '輸出偏置' },
      options: ['as bias', 'with', 'without'],
      initial: 'as bias',
    },
    mask: { type: 'choice', label: terms.mask, options: ['full', 'causal', 'prefix', 'own sequence'], initial: 'full' },
    ...reachFields,
    qk_norm: {
      type: 'choice',
      label: {
        en: 'Norm of queries and keys',
        ja: 'クエリとキーの正規化',
        'zh-Hans': '查询与键的归一化',
        'zh-Hant': '查詢與鍵的正規化',
      },
      hint: {
        en: 'A learned scale over all heads, or over one head that all share.',
        ja: '全ヘッドにわたる学習スケール、または全ヘッドで共有する 1 ヘッド分。',
        'zh-Hans': '覆盖所有头的可学习缩放，或各头共用的一份。',
        'zh-Hant': '涵蓋所有頭的可學習縮放，或各頭共用的一份。',
      },
      options: ['none', 'all heads', 'each head'],
      initial: 'none',
    },
    out_norm: {
      type: 'boolean',
      label: terms.normBeforeTheOutput,
      hint: hints.normAfterHeads,
      initial: false,
    },
    segments: {
      type: 'shape',
      label: { en: 'Segments', ja: '区間', 'zh-Hans': '分段', 'zh-Hant': '分段' },
      hint: {
        en: 'Lengths of the separate sequences that lie side by side; empty for one.',
        ja: '並んでいる別々の列の長さ。1 つなら空。',
        'zh-Hans': '并排的各独立序列的长度；只有一个时留空。',
        'zh-Hant': '並排的各獨立序列的長度；只有一個時留空。',
      },
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
      rotaryClash(headWidths(widthOf(x), values).head, values.rotary_width) ??
      segmentClash(values.segments, inputs) ??
      biasClash(values.heads, inputs) ?? { x }
    )
  },
  weights(values, inputs) {
    const { bias, out_bias, positions, distance_bias, qk_norm, out_norm } = values
    const width = widthOf(given(inputs, 'x'))
    const { head, queries, keys, values: own, taken } = headWidths(width, values)
    return [
      ...projection('query', width, queries, bias),
      ...projection('key', width, keys, bias),
      ...projection('value', width, own, bias),
      ...(out_norm ? scaleAndBias('norm_', taken) : []),
      ...projection('out', taken, width, out_bias === 'with' || (out_bias === 'as bias' && bias)),
      ...(positions === 'transformer-xl' ? projection('relative', width, queries, false) : []),
      ...(positions === 'transformer-xl' && distance_bias ? distanceBiases(queries) : []),
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
      activations: times(
        sequencesOf(x),
        sum(pairsOf(values.segments, lengthOf(x), values.window)),
        plus(times(1 + more, queries), taken),
      ),
    }
  },
  sublabel(values, show, say) {
    const words = headsWords(values, show, say)
    if (values.mask !== 'full') words.push(say(choiceWords(values.mask)))
    return [...words, ...reachWords(values, show, say)].join(say(phrases.comma))
  },
  mask: ({ mask }) => (mask === 'full' ? undefined : mask),
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})

function scales(queries: Dim, keys: Dim): readonly Weight[] {
  return [
    { name: 'query_scale', shape: [queries] },
    { name: 'key_scale', shape: [keys] },
  ]
}

function segmentClash(segments: readonly Dim[], inputs: Inputs): Clash | undefined {
  const x = given(inputs, 'x')
  const total = sum(segments)
  if (segments.length === 0 || isEqual(total, lengthOf(x))) return undefined
  return refuse(
    'x',
    sentences.segments({
      shape: writeShape(x.shape),
      segments: segments.map(pretty).join(' + '),
      total: pretty(total),
    }),
  )
}

function biasClash(heads: Dim, inputs: Inputs): Clash | undefined {
  const [found] = inputs['bias']?.shape.length === 3 ? inputs['bias'].shape : []
  if (!found || isEqual(found, heads)) return undefined
  return refuse('bias', sentences.biasHeads({ found: pretty(found), heads: pretty(heads) }))
}
