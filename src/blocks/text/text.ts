// Text as text, for systems whose parts speak to each other in words.
import { defineBlock } from '../block'
import { terms } from '../words'

export const text = defineBlock({
  type: 'text',
  label: { en: 'Text string', ja: 'テキスト', 'zh-Hans': '文本字符串', 'zh-Hant': '文字字串' },
  group: 'text',
  about: {
    en: 'Text as people write it, not yet cut into tokens: a question, an instruction, a list of words.',
    ja: 'トークンに区切る前の、人が書いたままのテキスト。質問、指示、単語の一覧など。',
    'zh-Hans': '人写下的、尚未切成词元的文本：问题、指令、词的列表。',
    'zh-Hant': '人寫下的、尚未切成詞元的文字：問題、指令、詞的列表。',
  },
  source: 'Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    count: {
      type: 'shape',
      label: terms.count,
      hint: {
        en: 'How many strings; empty for one.',
        ja: '文字列の数。1 つなら空。',
        'zh-Hans': '字符串的个数；一个时留空。',
        'zh-Hant': '字串的個數；一個時留空。',
      },
      initial: [],
    },
    words: {
      type: 'words',
      label: terms.inWords,
      hint: {
        en: 'An example, written in the box.',
        ja: '箱に書く例。',
        'zh-Hans': '写在方框里的例子。',
        'zh-Hant': '寫在方框裡的例子。',
      },
      initial: '',
    },
  },
  inputs: [],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: ({ count }) => ({ text: { kind: 'string', shape: count, modality: ['language'] } }),
  sublabel: ({ words }) => words,
  example: {},
})
