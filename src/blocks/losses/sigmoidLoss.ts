// A yes or no for every pair.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { squareClash } from './squareClash'
import { phrases } from '../words'

export const sigmoidLoss = defineBlock({
  type: 'sigmoidLoss',
  label: { en: 'Sigmoid loss', ja: 'シグモイド損失', 'zh-Hans': 'Sigmoid 损失', 'zh-Hant': 'Sigmoid 損失' },
  group: 'losses',
  about: {
    en: 'Asks of every image and text of the batch on their own whether they belong together, without a softmax over the batch.',
    ja: 'バッチの各画像と各テキストについて、対であるかどうかを個別に問う。バッチ全体の softmax は取らない。',
    'zh-Hans': '对批中每幅图像与每段文本单独判断是否相配，不在整批上做 softmax。',
    'zh-Hant': '對批次中每幅影像與每段文字單獨判斷是否相配，不在整批上做 softmax。',
  },
  source: 'Zhai et al., SigLIP, arXiv:2303.15343',
  fields: {},
  inputs: [{ id: 'logits', kinds: ['matrix'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: (_, inputs) => squareClash('logits', given(inputs, 'logits')) ?? { loss: { kind: 'loss', shape: [] } },
  sublabel: (_, __, say) => say(phrases.eachPair),
  example: { logits: tensor('matrix', ['B', 'B'], 'vision', 'language') },
})
