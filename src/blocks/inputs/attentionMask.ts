// Who may see whom, said in words.
import { one } from '../arithmetic'
import { defineBlock } from '../block'
import { isMaskName, maskNames } from '../masks'
import { choiceWords, terms } from '../words'

export const attentionMask = defineBlock({
  type: 'attentionMask',
  label: { en: 'Attention mask', ja: 'アテンションマスク', 'zh-Hans': '注意力掩码', 'zh-Hant': '注意力遮罩' },
  group: 'inputs',
  about: {
    en: 'Says which positions a query may attend to: the scores of the others are computed all the same and then set to −∞ before the softmax.',
    ja: 'クエリがどの位置を見てよいかを示す。ほかの位置のスコアも計算し、softmax の前に −∞ とする。',
    'zh-Hans': '规定查询可以关注哪些位置：其余位置的分数照样计算，再于 softmax 之前置为 −∞。',
    'zh-Hant': '規定查詢可以關注哪些位置：其餘位置的分數照樣計算，再於 softmax 之前設為 −∞。',
  },
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762',
  fields: {
    kind: {
      type: 'choice',
      label: terms.kind,
      options: ['full', ...maskNames, 'custom'],
      initial: 'causal',
    },
    words: {
      type: 'words',
      label: terms.inWords,
      hint: {
        en: 'What is written in the box in place of the kind.',
        ja: '種類の代わりに箱に書く言葉。',
        'zh-Hans': '写在方框里、代替类型的文字。',
        'zh-Hant': '寫在方框裡、代替類型的文字。',
      },
      initial: '',
    },
  },
  inputs: [{ id: 'ids', kinds: ['ids'], optional: true }],
  outputs: [{ id: 'mask', kinds: ['mask'], side: true }],
  // Its shape follows from where it is used, so it has none of its own that could disagree.
  shape: () => ({ mask: { kind: 'mask', shape: [one], modality: [] } }),
  sublabel: ({ kind, words }, _, say) => words || say(choiceWords(kind)),
  mask: ({ kind }) => (isMaskName(kind) ? kind : undefined),
  differentiable: false,
  example: {},
})
