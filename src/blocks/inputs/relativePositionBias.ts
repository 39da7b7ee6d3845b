// T5's positions: a learned number for each distance and head.
import { one } from '../arithmetic'
import { defineBlock } from '../block'
import { phrases, terms } from '../words'

export const relativePositionBias = defineBlock({
  type: 'relativePositionBias',
  label: { en: 'Relative position bias', ja: '相対位置バイアス', 'zh-Hans': '相对位置偏置', 'zh-Hant': '相對位置偏置' },
  group: 'inputs',
  about: {
    en: 'Adds to every attention score a learned number that depends on the head and on the distance of key and query, with far distances sharing buckets; all layers use the same table.',
    ja: 'アテンションの各スコアに、ヘッドとキー・クエリ間の距離で決まる学習された数を足す。遠い距離は同じ区間にまとめ、全層で同じ表を使う。',
    'zh-Hans': '给每个注意力分数加上一个由注意力头和键与查询的距离决定的可学习的数，远距离共用分桶；各层使用同一张表。',
    'zh-Hant': '給每個注意力分數加上一個由注意力頭和鍵與查詢的距離決定的可學習的數，遠距離共用分桶；各層使用同一張表。',
  },
  source: 'Raffel et al., T5, arXiv:1910.10683',
  fields: {
    buckets: {
      type: 'dimension',
      label: { en: 'Buckets', ja: '区間数', 'zh-Hans': '分桶数', 'zh-Hant': '分桶數' },
      initial: 32,
    },
    heads: { type: 'dimension', label: terms.heads, initial: 12 },
    max_distance: {
      type: 'dimension',
      label: { en: 'Largest distance', ja: '最大距離', 'zh-Hans': '最大距离', 'zh-Hant': '最大距離' },
      hint: {
        en: 'All further ones share the last bucket.',
        ja: 'それより遠いものは最後の区間にまとめる。',
        'zh-Hans': '更远的都归入最后一个桶。',
        'zh-Hant': '更遠的都歸入最後一個桶。',
      },
      initial: 128,
    },
    bidirectional: {
      type: 'boolean',
      label: { en: 'Bidirectional', ja: '双方向', 'zh-Hans': '双向', 'zh-Hant': '雙向' },
      hint: {
        en: 'Half of the buckets look ahead.',
        ja: '区間の半分は前方を見る。',
        'zh-Hans': '一半的桶用于后方位置。',
        'zh-Hant': '一半的桶用於後方位置。',
      },
      initial: true,
    },
  },
  inputs: [],
  outputs: [{ id: 'bias', kinds: ['mask'], side: true }],
  // Per head; queries and keys are those of wherever it is used.
  shape: ({ heads }) => ({ bias: { kind: 'mask', shape: [heads, one, one], modality: [] } }),
  weights: ({ buckets, heads }) => [{ name: 'buckets', shape: [buckets, heads] }],
  sublabel({ buckets, heads, bidirectional }, show, say) {
    const size = [say(phrases.buckets, { n: show(buckets) }), say(phrases.heads, { n: show(heads) })].join(' × ')
    return bidirectional ? size : [size, say(phrases.backwardOnly)].join(say(phrases.comma))
  },
  example: {},
})
