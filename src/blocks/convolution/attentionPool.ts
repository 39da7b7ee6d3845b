// CLIP's pooling of a ResNet's last map.
import { one, plus, times, zero } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { headClash } from '../attention/heads'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'
import { hints, phrases, terms } from '../words'

export const attentionPool = defineBlock({
  type: 'attentionPool',
  label: { en: 'Attention pool', ja: 'アテンションプーリング', 'zh-Hans': '注意力池化', 'zh-Hant': '注意力池化' },
  group: 'convolution',
  about: {
    en: 'Pools a map with multi-head attention whose only query is the mean of the map; the mean and all places have learned positions.',
    ja: 'マップの平均だけをクエリとするマルチヘッドアテンションでマップをまとめる。平均と各位置は学習された位置を持つ。',
    'zh-Hans': '以特征图均值为唯一查询，用多头注意力汇聚特征图；均值和各位置都有可学习的位置嵌入。',
    'zh-Hant': '以特徵圖平均為唯一查詢，用多頭注意力匯聚特徵圖；平均和各位置都有可學習的位置嵌入。',
  },
  source: 'Radford et al., CLIP, arXiv:2103.00020',
  fields: {
    heads: { type: 'dimension', label: terms.heads, initial: 32 },
    width: {
      type: 'dimension',
      label: terms.width,
      hint: hints.ofTheOutput,
      initial: 1024,
    },
    queries: {
      type: 'choice',
      label: { en: 'Queries', ja: 'クエリ数', 'zh-Hans': '查询数', 'zh-Hant': '查詢數' },
      hint: {
        en: 'open_clip works out all places and keeps the first, which costs more and gives the same.',
        ja: 'open_clip は全位置を計算して先頭だけを残す。コストは増えるが結果は同じ。',
        'zh-Hans': 'open_clip 计算所有位置而只保留第一个，代价更大而结果相同。',
        'zh-Hant': 'open_clip 計算所有位置而只保留第一個，代價更大而結果相同。',
      },
      options: ['mean', 'all'],
      initial: 'mean',
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'vector', kinds: ['vector'] }],
  shape({ heads, width }, inputs) {
    const { leading, channels } = mapAxes(given(inputs, 'map'))
    return (
      headClash('map', channels, { heads, head_width: zero, kv_heads: zero }) ?? {
        vector: { kind: 'vector', shape: [...leading, width] },
      }
    )
  },
  weights({ width }, inputs) {
    const map = mapAxes(given(inputs, 'map'))
    const { channels } = map
    return [
      { name: 'positions', shape: [plus(times(map.height, map.width), 1), channels] },
      ...['query', 'key', 'value'].flatMap((name) => projection(name, channels, channels, true)),
      ...projection('out', channels, width, true),
    ]
  },
  macs({ width, queries }, inputs) {
    const { maps, channels, height, width: columns } = mapAxes(given(inputs, 'map'))
    const keys = plus(times(height, columns), 1)
    const asked = queries === 'all' ? keys : one
    return {
      weights: times(maps, channels, plus(times(asked, plus(channels, width)), times(2, keys, channels))),
      activations: times(2, maps, asked, keys, channels),
    }
  },
  sublabel: ({ heads, width }, show, say) => `${say(phrases.heads, { n: show(heads) })} → ${show(width)}`,
  example: { map: tensor('map', ['B', 2048, 7, 7], 'vision') },
})
