// The objective, as a sum of losses.
import { defineBlock } from '../block'
import { tensor } from '../example'
import { lettered } from '../ports'
import { terms } from '../words'

export const lossSum = defineBlock({
  type: 'lossSum',
  label: { en: 'Sum of losses', ja: '損失の和', 'zh-Hans': '损失之和', 'zh-Hant': '損失之和' },
  group: 'losses',
  about: {
    en: 'Adds losses, each times its weight.',
    ja: '損失をそれぞれの重みを掛けて足す。',
    'zh-Hans': '把各损失乘以各自的权重后相加。',
    'zh-Hant': '把各損失乘以各自的權重後相加。',
  },
  source: 'torch.add',
  fields: {
    inputs: { type: 'dimension', label: terms.inputs, initial: 2, least: 1, most: 26 },
    weights: {
      type: 'words',
      label: { en: 'Weights', ja: '重み', 'zh-Hans': '权重', 'zh-Hant': '權重' },
      hint: {
        en: 'In the order of the inputs.',
        ja: '入力の順。',
        'zh-Hans': '按输入的顺序。',
        'zh-Hant': '按輸入的順序。',
      },
      initial: '',
    },
  },
  inputs: ({ inputs }) => lettered(inputs, ['loss']),
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  joins: true,
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ weights }) => weights,
  example: { a: tensor('loss', [], 'vision', 'language'), b: tensor('loss', [], 'vision', 'language') },
})
