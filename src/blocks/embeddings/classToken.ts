// One learned vector before the sequence, which gathers what is asked of the whole.
import { plus } from '../arithmetic'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const classToken = defineBlock({
  type: 'classToken',
  label: { en: 'Class token', ja: 'クラストークン', 'zh-Hans': '类别词元', 'zh-Hant': '類別詞元' },
  group: 'embeddings',
  about: {
    en: 'Puts one learned vector before the sequence, whose last state stands for the whole of it.',
    ja: '列の先頭に学習されたベクトルを 1 つ置き、その最後の状態を列全体の代表とする。',
    'zh-Hans': '在序列前放一个可学习的向量，其最终状态代表整个序列。',
    'zh-Hant': '在序列前放一個可學習的向量，其最終狀態代表整個序列。',
  },
  source: 'Devlin et al., BERT, arXiv:1810.04805; Dosovitskiy et al., ViT, arXiv:2010.11929',
  fields: {},
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape(_, inputs) {
    const tokens = given(inputs, 'tokens')
    return { tokens: { ...tokens, shape: [...leadingOf(tokens, 2), plus(lengthOf(tokens), 1), widthOf(tokens)] } }
  },
  weights: (_, inputs) => [{ name: 'class', shape: [widthOf(given(inputs, 'tokens'))] }],
  example: { tokens: tensor('tokens', ['B', 49, 768], 'vision') },
})
