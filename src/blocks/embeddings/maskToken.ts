// Tokens hidden from the model by one learned vector.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { terms } from '../words'

export const maskToken = defineBlock({
  type: 'maskToken',
  label: { en: 'Mask token', ja: 'マスクトークン', 'zh-Hans': '掩码词元', 'zh-Hant': '遮罩詞元' },
  group: 'embeddings',
  about: {
    en: 'Puts one learned vector in the place of the tokens that are to be guessed.',
    ja: '当てるべきトークンを、学習される一つのベクトルで置き換える。',
    'zh-Hans': '用一个可学习的向量替换要预测的词元。',
    'zh-Hant': '用一個可學習的向量取代要預測的詞元。',
  },
  source: 'Bao et al., BEiT, arXiv:2106.08254',
  fields: {
    words: {
      type: 'words',
      label: terms.inWords,
      hint: {
        en: 'How much is hidden, such as 40 %.',
        ja: '隠す割合。例：40 %。',
        'zh-Hans': '遮住多少，例如 40 %。',
        'zh-Hant': '遮住多少，例如 40 %。',
      },
      initial: '',
    },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape: (_, inputs) => ({ tokens: given(inputs, 'tokens') }),
  weights: (_, inputs) => [{ name: 'mask', shape: [widthOf(given(inputs, 'tokens'))] }],
  sublabel: ({ words }) => words,
  example: { tokens: tensor('tokens', ['B', 196, 768], 'vision') },
})
