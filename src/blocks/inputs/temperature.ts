// The learned scale of similarities.
import { defineBlock } from '../block'
import { phrases, terms } from '../words'

export const temperature = defineBlock({
  type: 'temperature',
  label: { en: 'Temperature', ja: '温度', 'zh-Hans': '温度', 'zh-Hant': '溫度' },
  group: 'inputs',
  about: {
    en: 'One learned number that sharpens or flattens the similarities before the loss: CLIP multiplies by exp(t), ALIGN divides by σ.',
    ja: '損失の前に類似度を鋭く、または平らにする学習可能な 1 つの数。CLIP は exp(t) を掛け、ALIGN は σ で割る。',
    'zh-Hans': '在损失之前把相似度变尖锐或变平缓的一个可学习的数：CLIP 乘以 exp(t)，ALIGN 除以 σ。',
    'zh-Hant': '在損失之前把相似度變尖銳或變平緩的一個可學習的數：CLIP 乘以 exp(t)，ALIGN 除以 σ。',
  },
  source: 'Radford et al., CLIP, arXiv:2103.00020; Jia et al., ALIGN, arXiv:2102.05918',
  fields: {
    init: { type: 'words', label: terms.beginsAs, initial: 'ln(1/0.07)' },
    form: { type: 'choice', label: terms.form, options: ['exp', 'divide'], initial: 'exp' },
    bias: {
      type: 'boolean',
      label: terms.bias,
      hint: {
        en: 'A learned number is added as well, as in SigLIP.',
        ja: 'SigLIP のように、学習された数も足す。',
        'zh-Hans': '如 SigLIP，再加一个可学习的数。',
        'zh-Hant': '如 SigLIP，再加一個可學習的數。',
      },
      initial: false,
    },
  },
  inputs: [],
  outputs: [{ id: 'scale', kinds: ['scalar'], side: true }],
  shape: () => ({ scale: { kind: 'scalar', shape: [], modality: [] } }),
  weights: ({ bias }) => [{ name: 'scale', shape: [] }, ...(bias ? [{ name: 'bias', shape: [] }] : [])],
  sublabel({ init, form, bias }, _, say) {
    const words = [`${form === 'exp' ? '× exp(t)' : '÷ σ'}${bias ? ' + b' : ''}`]
    if (init !== '') words.push(say(phrases.from, { a: form === 'exp' ? 't' : 'σ', n: init }))
    return words.join(say(phrases.comma))
  },
  example: {},
})
