// From text to token ids.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { hints, phrases, terms } from '../words'

export const tokenize = defineBlock({
  type: 'tokenize',
  label: { en: 'Tokenizer', ja: 'トークナイザ', 'zh-Hans': '分词器', 'zh-Hant': '分詞器' },
  group: 'text',
  about: {
    en: 'Cuts a string into the pieces of a fixed vocabulary and gives their numbers; no gradient passes.',
    ja: '文字列を決まった語彙の断片に切り、その番号を返す。勾配は通らない。',
    'zh-Hans': '把字符串切成固定词表中的片段并给出编号；梯度不能穿过。',
    'zh-Hant': '把字串切成固定詞表中的片段並給出編號；梯度不能穿過。',
  },
  source: 'Sennrich et al., byte-pair encoding, arXiv:1508.07909',
  fields: {
    length: {
      type: 'dimension',
      label: terms.length,
      hint: hints.paddingIncluded,
      initial: 'T',
    },
  },
  inputs: [{ id: 'text', kinds: ['string'] }],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape: ({ length }, inputs) => ({ ids: { kind: 'ids', shape: [...given(inputs, 'text').shape, length] } }),
  sublabel: ({ length }, show, say) => say(phrases.tokens, { n: show(length) }),
  differentiable: false,
  example: { text: tensor('string', ['B'], 'language') },
})
