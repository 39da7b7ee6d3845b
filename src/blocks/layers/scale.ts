// A constant by which every number is multiplied.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'matrix', 'logits']

export const scale = defineBlock({
  type: 'scale',
  label: { en: 'Scale', ja: '定数倍', 'zh-Hans': '缩放', 'zh-Hant': '縮放' },
  group: 'layers',
  about: {
    en: 'Multiplies every number by a constant that is not learned, such as the root of the width.',
    ja: '各成分に、幅の平方根など学習しない定数を掛ける。',
    'zh-Hans': '把每个数乘以一个不学习的常数，如宽度的平方根。',
    'zh-Hant': '把每個數乘以一個不學習的常數，如寬度的平方根。',
  },
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762, section 3.4',
  fields: {
    factor: {
      type: 'words',
      label: { en: 'Factor', ja: '係数', 'zh-Hans': '系数', 'zh-Hant': '係數' },
      hint: {
        en: 'As it should be read: √width, 1/√3, 0.2.',
        ja: '読む形のまま：√width、1/√3、0.2。',
        'zh-Hans': '按阅读的样子写：√width、1/√3、0.2。',
        'zh-Hant': '按閱讀的樣子寫：√width、1/√3、0.2。',
      },
      initial: '√width',
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  sublabel: ({ factor }) => (factor ? `× ${factor}` : ''),
  example: { x: tensor('tokens', ['B', 77, 512], 'language') },
})
