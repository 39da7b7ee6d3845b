// Layer normalisation without the mean.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const rmsNorm = defineBlock({
  type: 'rmsNorm',
  label: { en: 'RMSNorm', ja: 'RMSNorm', 'zh-Hans': 'RMSNorm', 'zh-Hant': 'RMSNorm' },
  group: 'layers',
  about: {
    en: 'Divides every vector by its root mean square and scales each of its numbers by a learned amount; nothing is subtracted.',
    ja: '各ベクトルを二乗平均平方根で割り、学習された量で各成分を拡大する。平均は引かない。',
    'zh-Hans': '每个向量除以其均方根，再按可学习的量缩放每个分量；不减均值。',
    'zh-Hant': '每個向量除以其均方根，再按可學習的量縮放每個分量；不減平均。',
  },
  source: 'Zhang & Sennrich, arXiv:1910.07467',
  fields: {},
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: (_, inputs) => [{ name: 'scale', shape: [widthOf(given(inputs, 'x'))] }],
  example: { x: tensor('tokens', ['B', 320, 4096], 'vision', 'language') },
})
