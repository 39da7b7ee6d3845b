// The two (gated: three) matrices that follow an attention.
import type { Dim } from '../../shared/dimension'
import { activations } from '../activations'
import { isZero, times } from '../arithmetic'
import { given, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'
import { projection, scaleAndBias } from '../weight'
import { choiceWords, hints, phrases, terms } from '../words'

export const feedForward = defineBlock({
  type: 'feedForward',
  label: { en: 'Feed-forward', ja: 'フィードフォワード', 'zh-Hans': '前馈网络', 'zh-Hant': '前饋網路' },
  group: 'attention',
  about: {
    en: 'Takes every token by itself to a wider hidden layer, through an activation, and back; where it is gated, a second hidden layer is multiplied with the activated one.',
    ja: '各トークンを単独で、より広い隠れ層へ写し、活性化を通して元に戻す。ゲート付きでは、活性化した隠れ層にもう 1 つの隠れ層を掛ける。',
    'zh-Hans': '把每个词元单独映射到更宽的隐藏层，经激活后映射回来；带门控时，激活后的隐藏层再乘以另一个隐藏层。',
    'zh-Hant': '把每個詞元單獨映射到更寬的隱藏層，經活化後映射回來；帶閘控時，活化後的隱藏層再乘以另一個隱藏層。',
  },
  source:
    'Vaswani et al., arXiv:1706.03762; gated: Shazeer, arXiv:2002.05202; squared ReLU: So et al., arXiv:2109.08668',
  fields: {
    hidden: {
      type: 'dimension',
      label: terms.hiddenWidth,
      hint: hints.fourTimesTheWidth,
      initial: 0,
      least: 0,
    },
    activation: { type: 'choice', label: terms.activation, options: activations, initial: 'gelu' },
    gated: {
      type: 'boolean',
      label: { en: 'Gated', ja: 'ゲート付き', 'zh-Hans': '带门控', 'zh-Hant': '帶閘控' },
      initial: false,
    },
    bias: { type: 'boolean', label: terms.bias, initial: true },
    inner_norm: {
      type: 'boolean',
      label: terms.normBeforeTheOutput,
      hint: {
        en: 'A layer norm between the activation and the way back.',
        ja: '活性化と戻りの射影の間の LayerNorm。',
        'zh-Hans': '激活与回投影之间的 LayerNorm。',
        'zh-Hant': '活化與回投影之間的 LayerNorm。',
      },
      initial: false,
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens', 'vector'] }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights({ hidden, gated, bias, inner_norm }, inputs) {
    const width = widthOf(given(inputs, 'x'))
    const inner = hiddenWidth(hidden, inputs)
    return [
      ...projection('up', width, inner, bias),
      ...(gated ? projection('gate', width, inner, bias) : []),
      ...(inner_norm ? scaleAndBias('norm_', inner) : []),
      ...projection('down', inner, width, bias),
    ]
  },
  macs({ hidden, gated }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(gated ? 3 : 2, vectorsOf(x), widthOf(x), hiddenWidth(hidden, inputs)) }
  },
  sublabel({ hidden, activation, gated }, show, say) {
    const name = say(choiceWords(activation))
    const size = isZero(hidden) ? '× 4' : show(hidden)
    return [size, gated ? say(phrases.gated, { n: name }) : name].join(say(phrases.comma))
  },
  example: { x: tensor('tokens', ['B', 50, 768], 'vision') },
})

function hiddenWidth(hidden: Dim, inputs: Inputs): Dim {
  return isZero(hidden) ? times(4, widthOf(given(inputs, 'x'))) : hidden
}
