// Which expert gets a token.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'
import { phrases } from '../words'

export const router = defineBlock({
  type: 'router',
  label: { en: 'Router', ja: 'ルーター', 'zh-Hans': '路由器', 'zh-Hant': '路由器' },
  group: 'experts',
  about: {
    en: 'Gives every token one score for each expert by a learned matrix, and makes them shares with a softmax.',
    ja: '学習された行列で各トークンにエキスパートごとのスコアを与え、softmax で割合にする。',
    'zh-Hans': '用可学习的矩阵为每个词元给出对各专家的分数，再以 softmax 变为份额。',
    'zh-Hant': '用可學習的矩陣為每個詞元給出對各專家的分數，再以 softmax 變為份額。',
  },
  source: 'Shazeer et al., arXiv:1701.06538; Riquelme et al., V-MoE, arXiv:2106.05974',
  fields: {
    experts: {
      type: 'dimension',
      label: { en: 'Experts', ja: 'エキスパート数', 'zh-Hans': '专家数', 'zh-Hant': '專家數' },
      initial: 32,
    },
    noise: {
      type: 'words',
      label: { en: 'Noise', ja: 'ノイズ', 'zh-Hans': '噪声', 'zh-Hant': '雜訊' },
      hint: {
        en: 'Added to the scores in training.',
        ja: '学習時にスコアに加える。',
        'zh-Hans': '训练时加到分数上。',
        'zh-Hant': '訓練時加到分數上。',
      },
      initial: '',
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'gates', kinds: ['gates'], side: true }],
  shape({ experts }, inputs) {
    const x = given(inputs, 'x')
    return { gates: { kind: 'gates', shape: withWidth(x, experts).shape } }
  },
  weights: ({ experts }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), experts, false),
  macs({ experts }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), experts) }
  },
  sublabel({ experts, noise }, show, say) {
    const words = [say(phrases.experts, { n: show(experts) })]
    if (noise !== '') words.push(say(phrases.noise, { n: noise }))
    return words.join(say(phrases.comma))
  },
  example: { x: tensor('tokens', ['B', 272, 1280], 'vision', 'language') },
})
