// Vectors that are weights themselves: latents, learned queries, soft prompts.
import { defineBlock } from '../block'
import { terms } from '../words'

export const learnedTokens = defineBlock({
  type: 'learnedTokens',
  label: { en: 'Learned tokens', ja: '学習トークン', 'zh-Hans': '可学习词元', 'zh-Hant': '可學習詞元' },
  group: 'inputs',
  about: {
    en: 'A fixed number of vectors that are learned like weights and are the same for every input: latents, queries or soft prompts.',
    ja: '重みと同じように学習され、どの入力でも同じ、決まった個数のベクトル。潜在ベクトル、クエリ、ソフトプロンプトなど。',
    'zh-Hans': '数量固定、像权重一样学习、对任何输入都相同的向量：潜变量、查询或软提示。',
    'zh-Hant': '數量固定、像權重一樣學習、對任何輸入都相同的向量：潛在向量、查詢或軟提示。',
  },
  source: 'Jaegle et al., Perceiver, arXiv:2103.03206; Lester et al., prompt tuning, arXiv:2104.08691',
  fields: {
    batch: {
      type: 'shape',
      label: terms.batch,
      hint: {
        en: 'The one set of vectors is repeated over it.',
        ja: '同じベクトルの組をここで繰り返す。',
        'zh-Hans': '同一组向量在其上重复。',
        'zh-Hant': '同一組向量在其上重複。',
      },
      initial: ['B'],
    },
    count: { type: 'dimension', label: terms.count, initial: 64 },
    width: { type: 'dimension', label: terms.width, initial: 768 },
  },
  inputs: [],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape({ batch, count, width }) {
    return { tokens: { kind: 'tokens', shape: [...batch, count, width], modality: [] } }
  },
  weights: ({ count, width }) => [{ name: 'tokens', shape: [count, width] }],
  sublabel: ({ count, width }, show) => `${show(count)} × ${show(width)}`,
  example: {},
})
