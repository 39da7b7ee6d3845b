// Attention across several sequences, each with projections of its own.
import { catalogue } from '../../shared/message'
import { isEqual, pretty, sum, type Dim } from '../../shared/dimension'
import { plus, square, times } from '../arithmetic'
import { lengthOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Port } from '../block'
import { leadingClash, refuse } from '../clash'
import { tensor } from '../example'
import { lettered, partsOf } from '../ports'
import type { Tensor } from '../tensor'
import { projection, scaleAndBias } from '../weight'
import { headClash, headFields, headsWords, headWidths } from './heads'
import { choiceWords, hints, phrases, terms } from '../words'

const sentences = catalogue({
  headWidths: {
    en: '“{port}” has width {width} and “{otherPort}” {otherWidth}: give the width of a head, so that their heads fit.',
    ja: '「{port}」の幅は {width}、「{otherPort}」の幅は {otherWidth} です。ヘッドが合うように、ヘッドの幅を指定してください。',
    'zh-Hans': '“{port}”的宽度为 {width}，“{otherPort}”为 {otherWidth}：请给出每头宽度，使各头相配。',
    'zh-Hant': '「{port}」的寬度為 {width}，「{otherPort}」為 {otherWidth}：請給出每頭寬度，使各頭相配。',
  },
})

export const jointAttention = defineBlock({
  type: 'jointAttention',
  label: { en: 'Joint attention', ja: 'ジョイントアテンション', 'zh-Hans': '联合注意力', 'zh-Hant': '聯合注意力' },
  group: 'attention',
  about: {
    en: 'Every sequence has queries, keys, values and output of its own, but all tokens of all sequences attend to each other.',
    ja: '各列が自分のクエリ、キー、バリュー、出力射影を持つが、すべての列の全トークンが互いを見る。',
    'zh-Hans': '每个序列有自己的查询、键、值和输出投影，但所有序列的全部词元互相关注。',
    'zh-Hant': '每個序列有自己的查詢、鍵、值和輸出投影，但所有序列的全部詞元互相關注。',
  },
  source: 'Wang et al., BEiT-3, arXiv:2208.10442; Esser et al., MM-DiT, arXiv:2403.03206',
  fields: {
    inputs: {
      type: 'dimension',
      label: { en: 'Sequences', ja: '列の数', 'zh-Hans': '序列数', 'zh-Hant': '序列數' },
      initial: 2,
      least: 1,
      most: 26,
    },
    ...headFields,
    bias: { type: 'boolean', label: terms.bias, initial: true },
    out_norm: {
      type: 'boolean',
      label: terms.normBeforeTheOutput,
      hint: hints.normAfterHeads,
      initial: false,
    },
    mask: {
      type: 'choice',
      label: terms.mask,
      hint: {
        en: 'Own sequence: nobody sees the others.',
        ja: '自系列のみ：他の系列は見えない。',
        'zh-Hans': '仅本序列：互相看不见。',
        'zh-Hant': '僅本序列：互相看不見。',
      },
      options: ['full', 'causal', 'prefix', 'own sequence'],
      initial: 'full',
    },
  },
  inputs: ({ inputs }): readonly Port[] => [
    // A sequence may be missing: the others then go on by themselves.
    ...lettered(inputs, ['tokens']).map((port, i) => (i === 0 ? port : { ...port, optional: true })),
    { id: 'mask', kinds: ['mask'], optional: true, side: true },
  ],
  outputs: ({ inputs }) => lettered(inputs, ['tokens']),
  joins: true,
  shape(values, inputs) {
    const parts = partsOf(values.inputs, inputs)
    const [{ port: otherPort, tensor: other }] = parts
    const { queries } = headWidths(widthOf(other), values)
    for (const { port, tensor: x } of parts) {
      const clash = headClash(port, widthOf(x), values) ?? leadingClash({ port, tensor: x, otherPort, other })
      if (clash) return clash
      if (!isEqual(headWidths(widthOf(x), values).queries, queries))
        return refuse(
          port,
          sentences.headWidths({
            port,
            width: pretty(widthOf(x)),
            otherPort,
            otherWidth: pretty(widthOf(other)),
          }),
        )
    }
    // Each stays what it is, although it has seen the others.
    return Object.fromEntries(parts.map(({ port, tensor: x }) => [port, x]))
  },
  weights(values, inputs) {
    const { bias, out_norm } = values
    return partsOf(values.inputs, inputs).flatMap(({ port, tensor: x }) => {
      const { queries, keys } = headWidths(widthOf(x), values)
      return [
        ...projection(`${port}_query`, widthOf(x), queries, bias),
        ...projection(`${port}_key`, widthOf(x), keys, bias),
        ...projection(`${port}_value`, widthOf(x), keys, bias),
        ...(out_norm ? scaleAndBias(`${port}_norm_`, queries) : []),
        ...projection(`${port}_out`, queries, widthOf(x), bias),
      ]
    })
  },
  macs(values, inputs) {
    const all = partsOf(values.inputs, inputs).map(({ tensor: x }) => x)
    const { queries } = headWidths(widthOf(all[0]!), values)
    const lengths = all.map(lengthOf)
    const pairs = values.mask === 'own sequence' ? sum(lengths.map(square)) : square(sum(lengths))
    return {
      weights: sum(all.map((x) => inProjections(x, values))),
      activations: times(2, sequencesOf(all[0]!), pairs, queries),
    }
  },
  sublabel(values, show, say) {
    const words = headsWords(values, show, say)
    if (values.mask !== 'full') words.push(say(choiceWords(values.mask)))
    return words.join(say(phrases.comma))
  },
  mask: ({ mask }) => (mask === 'full' ? undefined : mask),
  example: {
    a: tensor('tokens', ['B', 197, 768], 'vision'),
    b: tensor('tokens', ['B', 64, 768], 'language'),
  },
})

function inProjections(x: Tensor, values: Parameters<typeof headWidths>[1]): Dim {
  const { queries, keys } = headWidths(widthOf(x), values)
  return times(vectorsOf(x), widthOf(x), plus(times(2, queries), times(2, keys)))
}
