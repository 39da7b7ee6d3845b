// Tokens hidden before a model reads them.
import { plus, times } from '../arithmetic'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { choiceWords, terms } from '../words'

export const maskSpans = defineBlock({
  type: 'maskSpans',
  label: { en: 'Hide spans', ja: '区間を隠す', 'zh-Hans': '遮盖片段', 'zh-Hant': '遮蓋片段' },
  group: 'sequence',
  about: {
    en: 'Replaces tokens by mask tokens, to be guessed; or takes spans out, leaves a mask token in their place and appends them at the end, each behind its mask token.',
    ja: 'トークンをマスクトークンに置き換えて当てさせる。または区間を抜き出し、そこにマスクトークンを残して、末尾にそれぞれのマスクトークンに続けて並べる。',
    'zh-Hans': '把词元换成掩码词元，让模型去猜；或取出片段，原处留下掩码词元，并把各片段接在末尾、各自的掩码词元之后。',
    'zh-Hant': '把詞元換成遮罩詞元，讓模型去猜；或取出片段，原處留下遮罩詞元，並把各片段接在末尾、各自的遮罩詞元之後。',
  },
  source: 'in place: Devlin et al., BERT, arXiv:1810.04805; moved to the end: Aghajanyan et al., CM3, arXiv:2201.07520',
  fields: {
    form: { type: 'choice', label: terms.form, options: ['in place', 'moved to the end'], initial: 'in place' },
    spans: {
      type: 'dimension',
      label: { en: 'Spans', ja: '区間数', 'zh-Hans': '片段数', 'zh-Hant': '片段數' },
      hint: {
        en: 'How many are moved to the end.',
        ja: '末尾に移す数。',
        'zh-Hans': '移到末尾的个数。',
        'zh-Hant': '移到末尾的個數。',
      },
      initial: 1,
      least: 0,
    },
    words: {
      type: 'words',
      label: terms.inWords,
      hint: {
        en: 'How much is hidden, such as 15 %.',
        ja: '隠す割合。15 % など。',
        'zh-Hans': '遮盖多少，例如 15 %。',
        'zh-Hant': '遮蓋多少，例如 15 %。',
      },
      initial: '',
    },
  },
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape({ form, spans }, inputs) {
    const ids = given(inputs, 'ids')
    if (form === 'in place') return { ids }
    const length = ids.shape.at(-1)!
    // Each span leaves one mask token behind and stands behind another.
    return { ids: { ...ids, shape: [...leadingOf(ids, 1), plus(length, times(2, spans))] } }
  },
  sublabel: ({ form, words }, _, say) => words || say(choiceWords(form)),
  differentiable: false,
  example: { ids: tensor('ids', ['B', 'T'], 'language') },
})
