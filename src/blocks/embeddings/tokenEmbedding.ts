// A table from token ids to vectors.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { terms } from '../words'

export const tokenEmbedding = defineBlock({
  type: 'tokenEmbedding',
  label: { en: 'Token embedding', ja: 'トークン埋め込み', 'zh-Hans': '词元嵌入', 'zh-Hant': '詞元嵌入' },
  group: 'embeddings',
  about: {
    en: 'Looks up one learned vector for each token id; looking up multiplies nothing.',
    ja: '各トークン ID に対応する学習されたベクトルを表から引く。引くだけなので乗算はない。',
    'zh-Hans': '为每个词元 ID 查出一个可学习的向量；查表不做乘法。',
    'zh-Hant': '為每個詞元 ID 查出一個可學習的向量；查表不做乘法。',
  },
  source: 'Bengio et al., A neural probabilistic language model, JMLR 2003',
  fields: {
    vocab_size: { type: 'dimension', label: terms.vocabulary, initial: 49408 },
    width: { type: 'dimension', label: terms.width, initial: 512 },
  },
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape: ({ width }, inputs) => ({ tokens: { kind: 'tokens', shape: [...given(inputs, 'ids').shape, width] } }),
  weights: ({ vocab_size, width }) => [{ name: 'table', shape: [vocab_size, width] }],
  sublabel: ({ vocab_size, width }, show) => `${show(vocab_size)} × ${show(width)}`,
  differentiable: false,
  example: { ids: tensor('ids', ['B', 77], 'language') },
})
