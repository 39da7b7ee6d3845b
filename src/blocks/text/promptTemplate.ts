// Strings put into a text with gaps.
import { defineBlock, type Port } from '../block'
import { tensor } from '../example'
import { lettered } from '../ports'
import { terms } from '../words'

export const promptTemplate = defineBlock({
  type: 'promptTemplate',
  label: { en: 'Prompt template', ja: 'プロンプトの型', 'zh-Hans': '提示模板', 'zh-Hant': '提示範本' },
  group: 'text',
  about: {
    en: 'Writes strings into the gaps of a fixed text; what a language model reads is all that it learns about the image.',
    ja: '決まった文の空所に文字列を書き込む。言語モデルが読むものが、画像について知るすべてになる。',
    'zh-Hans': '把字符串填入固定文本的空位；语言模型读到的，就是它对图像所知的全部。',
    'zh-Hant': '把字串填入固定文字的空位；語言模型讀到的，就是它對影像所知的全部。',
  },
  source: 'Yang et al., PICa, arXiv:2109.05014; Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    inputs: { type: 'dimension', label: terms.inputs, initial: 2, least: 1, most: 26 },
    template: {
      type: 'words',
      label: { en: 'Template', ja: '型', 'zh-Hans': '模板', 'zh-Hant': '範本' },
      hint: {
        en: 'The text with its gaps, such as {a} and {b}.',
        ja: '{a}、{b} のような空所を含む文。',
        'zh-Hans': '带空位的文本，如 {a} 和 {b}。',
        'zh-Hant': '帶空位的文字，如 {a} 和 {b}。',
      },
      initial: '',
    },
    count: {
      type: 'shape',
      label: terms.count,
      hint: {
        en: 'How many prompts; empty for one.',
        ja: 'プロンプトの数。1 つなら空。',
        'zh-Hans': '提示的个数；一个时留空。',
        'zh-Hant': '提示的個數；一個時留空。',
      },
      initial: [],
    },
  },
  // A gap may stay empty, such as where a tagger is left out.
  inputs: ({ inputs }): readonly Port[] =>
    lettered(inputs, ['string']).map((port, i) => (i === 0 ? port : { ...port, optional: true })),
  outputs: [{ id: 'text', kinds: ['string'] }],
  joins: true,
  shape: ({ count }) => ({ text: { kind: 'string', shape: count, modality: ['language'] } }),
  sublabel: ({ template }) => (template.length > 48 ? `${template.slice(0, 47).trim()}…` : template),
  differentiable: false,
  example: { a: tensor('string', [], 'language'), b: tensor('string', [], 'language') },
})
