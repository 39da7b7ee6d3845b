// From token ids to text.
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const detokenize = defineBlock({
  type: 'detokenize',
  label: { en: 'Detokenizer', ja: 'デトークナイザ', 'zh-Hans': '反分词器', 'zh-Hant': '反分詞器' },
  group: 'text',
  about: {
    en: 'Joins the pieces that token ids stand for into a string.',
    ja: 'トークン ID が表す断片をつないで文字列にする。',
    'zh-Hans': '把词元 ID 所代表的片段连成字符串。',
    'zh-Hant': '把詞元 ID 所代表的片段連成字串。',
  },
  source: 'Sennrich et al., byte-pair encoding, arXiv:1508.07909',
  fields: {},
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: (_, inputs) => ({ text: { kind: 'string', shape: leadingOf(given(inputs, 'ids'), 1) } }),
  differentiable: false,
  example: { ids: tensor('ids', ['B', 'T'], 'language') },
})
