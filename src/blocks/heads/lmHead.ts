// Scores over the vocabulary.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'
import { terms } from '../words'

export const lmHead = defineBlock({
  type: 'lmHead',
  label: { en: 'LM head', ja: 'LM ヘッド', 'zh-Hans': 'LM 输出头', 'zh-Hant': 'LM 輸出頭' },
  group: 'heads',
  about: {
    en: 'Gives every token one score for each piece of the vocabulary; often its matrix is the token embedding itself.',
    ja: '各トークンに語彙の断片ごとのスコアを与える。行列はトークン埋め込みそのものであることが多い。',
    'zh-Hans': '为每个词元给出对词表每个片段的分数；其矩阵常常就是词元嵌入本身。',
    'zh-Hant': '為每個詞元給出對詞表每個片段的分數；其矩陣常常就是詞元嵌入本身。',
  },
  source: 'tied: Press & Wolf, arXiv:1608.05859',
  fields: {
    vocab_size: { type: 'dimension', label: terms.vocabulary, initial: 32000 },
    bias: { type: 'boolean', label: terms.bias, initial: false },
  },
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'logits', kinds: ['logits'] }],
  shape({ vocab_size }, inputs) {
    return { logits: { kind: 'logits', shape: withWidth(given(inputs, 'x'), vocab_size).shape } }
  },
  weights: ({ vocab_size, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), vocab_size, bias),
  macs({ vocab_size }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), vocab_size) }
  },
  sublabel: ({ vocab_size }, show) => `→ ${show(vocab_size)}`,
  example: { x: tensor('tokens', ['B', 'T', 4096], 'language') },
})
