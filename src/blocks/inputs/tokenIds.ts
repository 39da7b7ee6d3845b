// Text, tokenised.
import { defineBlock } from '../block'
import { hints, phrases, terms } from '../words'

export const tokenIds = defineBlock({
  type: 'tokenIds',
  label: { en: 'Token ids', ja: 'トークン ID', 'zh-Hans': '词元 ID', 'zh-Hant': '詞元 ID' },
  group: 'inputs',
  about: {
    en: 'Text cut into the pieces of a fixed vocabulary, each piece given by its number.',
    ja: '決まった語彙の断片に区切ったテキスト。各断片を番号で表す。',
    'zh-Hans': '把文本切成固定词表中的片段，每个片段用编号表示。',
    'zh-Hant': '把文字切成固定詞表中的片段，每個片段以編號表示。',
  },
  source: 'Kudo & Richardson, SentencePiece, arXiv:1808.06226',
  fields: {
    batch: { type: 'shape', label: terms.batch, initial: ['B'] },
    length: {
      type: 'dimension',
      label: terms.length,
      hint: hints.paddingIncluded,
      initial: 'T',
    },
  },
  inputs: [],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape({ batch, length }) {
    return { ids: { kind: 'ids', shape: [...batch, length], modality: ['language'] } }
  },
  sublabel: ({ length }, show, say) => say(phrases.tokens, { n: show(length) }),
  example: {},
})
