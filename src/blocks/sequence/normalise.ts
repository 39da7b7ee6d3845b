// Vectors of length 1.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const normalise = defineBlock({
  type: 'normalise',
  label: { en: 'L2 normalise', ja: 'L2 正規化', 'zh-Hans': 'L2 归一化', 'zh-Hant': 'L2 正規化' },
  group: 'sequence',
  about: {
    en: 'Divides every vector by its length, so that products of two vectors are cosines.',
    ja: '各ベクトルを自分の長さで割る。2 つのベクトルの積がコサインになる。',
    'zh-Hans': '每个向量除以自身长度，使两个向量之积为余弦。',
    'zh-Hant': '每個向量除以自身長度，使兩個向量之積為餘弦。',
  },
  source: 'Radford et al., CLIP, arXiv:2103.00020',
  fields: {},
  inputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  outputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  example: { x: tensor('vector', ['B', 512], 'vision') },
})
