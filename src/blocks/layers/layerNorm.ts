// Layer normalisation.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { scaleAndBias } from '../weight'
import { terms } from '../words'

export const layerNorm = defineBlock({
  type: 'layerNorm',
  label: { en: 'LayerNorm', ja: 'LayerNorm', 'zh-Hans': 'LayerNorm', 'zh-Hant': 'LayerNorm' },
  group: 'layers',
  about: {
    en: 'Brings every vector to mean 0 and variance 1, then scales and shifts each of its numbers by learned amounts.',
    ja: '各ベクトルを平均 0、分散 1 にそろえ、学習された量で各成分を拡大し、ずらす。',
    'zh-Hans': '把每个向量变为均值 0、方差 1，再按可学习的量缩放和平移每个分量。',
    'zh-Hant': '把每個向量變為平均 0、變異數 1，再按可學習的量縮放和平移每個分量。',
  },
  source: 'Ba et al., Layer normalization, arXiv:1607.06450',
  fields: { bias: { type: 'boolean', label: terms.bias, initial: true } },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: ({ bias }, inputs) => scaleAndBias('', widthOf(given(inputs, 'x'))).slice(0, bias ? 2 : 1),
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})
