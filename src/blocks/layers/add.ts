// The residual connection, and every other sum of two equal shapes.
import { defineBlock } from '../block'
import { shapeOfEqual } from './equal'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'matrix', 'logits', 'mask', 'scalar']

export const add = defineBlock({
  type: 'add',
  label: { en: 'Add', ja: '加算', 'zh-Hans': '相加', 'zh-Hant': '相加' },
  group: 'layers',
  about: {
    en: 'Adds two tensors of equal shape, number by number, as a residual connection does.',
    ja: '同じ形の 2 つのテンソルを成分ごとに足す。残差接続の和。',
    'zh-Hans': '把形状相同的两个张量逐元素相加，如残差连接。',
    'zh-Hant': '把形狀相同的兩個張量逐元素相加，如殘差連接。',
  },
  source: 'He et al., ResNet, arXiv:1512.03385',
  fields: {},
  inputs: [
    { id: 'a', kinds },
    { id: 'b', kinds },
  ],
  outputs: [{ id: 'x', kinds }],
  joins: true,
  shape: (_, inputs) => shapeOfEqual(inputs),
  sign: '+',
  example: { a: tensor('tokens', ['B', 50, 768], 'vision'), b: tensor('tokens', ['B', 50, 768], 'vision') },
})
