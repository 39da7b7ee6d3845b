// A learned vector for each kind of token: BERT's segments, or the modality.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { phrases } from '../words'

export const typeEmbedding = defineBlock({
  type: 'typeEmbedding',
  label: { en: 'Type embedding', ja: '種別埋め込み', 'zh-Hans': '类型嵌入', 'zh-Hant': '類型嵌入' },
  group: 'embeddings',
  about: {
    en: 'Adds to every token a learned vector that says of which kind it is: first or second sentence, image or text.',
    ja: '各トークンに、その種別（1 文目か 2 文目か、画像かテキストか）を示す学習されたベクトルを足す。',
    'zh-Hans': '给每个词元加上表示其类型的可学习向量：第一句或第二句，图像或文本。',
    'zh-Hant': '給每個詞元加上表示其類型的可學習向量：第一句或第二句，影像或文字。',
  },
  source: 'Devlin et al., BERT, arXiv:1810.04805',
  fields: {
    types: {
      type: 'dimension',
      label: { en: 'Types', ja: '種別数', 'zh-Hans': '类型数', 'zh-Hant': '類型數' },
      initial: 2,
    },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape: (_, inputs) => ({ tokens: given(inputs, 'tokens') }),
  weights: ({ types }, inputs) => [{ name: 'types', shape: [types, widthOf(given(inputs, 'tokens'))] }],
  sublabel: ({ types }, show, say) => say(phrases.types, { n: show(types) }),
  example: { tokens: tensor('tokens', ['B', 64, 1024], 'language') },
})
