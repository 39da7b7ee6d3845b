// One matrix, with or without a bias.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'
import { hints, phrases, terms } from '../words'

export const linear = defineBlock({
  type: 'linear',
  label: { en: 'Linear', ja: '線形層', 'zh-Hans': '线性层', 'zh-Hant': '線性層' },
  group: 'layers',
  about: {
    en: 'Multiplies every vector by one learned matrix and adds a learned bias where there is one.',
    ja: '各ベクトルに学習された行列を 1 つ掛け、バイアスがあれば足す。',
    'zh-Hans': '每个向量乘以一个可学习的矩阵，有偏置时再加上可学习的偏置。',
    'zh-Hant': '每個向量乘以一個可學習的矩陣，有偏置時再加上可學習的偏置。',
  },
  source: 'torch.nn.Linear',
  fields: {
    width: {
      type: 'dimension',
      label: terms.width,
      hint: hints.ofTheOutput,
      initial: 768,
    },
    bias: { type: 'boolean', label: terms.bias, initial: true },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: ({ width }, inputs) => ({ x: withWidth(given(inputs, 'x'), width) }),
  weights: ({ width, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), width, bias),
  macs({ width }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), width) }
  },
  sublabel: ({ width, bias }, show, say) =>
    [`→ ${show(width)}`, ...(bias ? [] : [say(phrases.noBias)])].join(say(phrases.comma)),
  example: { x: tensor('tokens', ['B', 256, 1664], 'vision') },
})
