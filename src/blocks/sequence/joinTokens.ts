// A sequence read as one long vector.
import { mul } from '../../shared/dimension'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const joinTokens = defineBlock({
  type: 'joinTokens',
  label: { en: 'Join tokens', ja: 'トークンを繋ぐ', 'zh-Hans': '合并词元', 'zh-Hant': '合併詞元' },
  group: 'sequence',
  about: {
    en: 'Puts all vectors of a sequence side by side as one long vector.',
    ja: '系列のすべてのベクトルを横に並べ、一つの長いベクトルにする。',
    'zh-Hans': '把序列的所有向量并排成一个长向量。',
    'zh-Hant': '把序列的所有向量並排成一個長向量。',
  },
  source: 'torch.flatten',
  fields: {},
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'x', kinds: ['vector'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    return { x: { ...x, kind: 'vector', shape: [...leadingOf(x, 2), mul(lengthOf(x), widthOf(x))] } }
  },
  example: { x: tensor('tokens', ['B', 2, 1536], 'vision', 'language') },
})
