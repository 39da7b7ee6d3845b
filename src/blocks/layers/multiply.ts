// The product of two equal shapes, number by number.
import { defineBlock } from '../block'
import { shapeOfEqual } from './equal'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map']

export const multiply = defineBlock({
  type: 'multiply',
  label: { en: 'Multiply', ja: '乗算', 'zh-Hans': '相乘', 'zh-Hant': '相乘' },
  group: 'layers',
  about: {
    en: 'Multiplies two tensors of equal shape, number by number, as a gate does that is computed from the input.',
    ja: '同じ形の 2 つのテンソルを成分ごとに掛ける。入力から計算されるゲートなど。',
    'zh-Hans': '把形状相同的两个张量逐元素相乘，如由输入算出的门控。',
    'zh-Hant': '把形狀相同的兩個張量逐元素相乘，如由輸入算出的閘控。',
  },
  source: 'Dauphin et al., gated linear units, arXiv:1612.08083',
  fields: {},
  inputs: [
    { id: 'a', kinds },
    { id: 'b', kinds },
  ],
  outputs: [{ id: 'x', kinds }],
  joins: true,
  shape: (_, inputs) => shapeOfEqual(inputs),
  sign: '×',
  example: { a: tensor('tokens', ['B', 'T', 768], 'language'), b: tensor('tokens', ['B', 'T', 768], 'vision') },
})
