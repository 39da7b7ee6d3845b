// EfficientNet's block: wide inside, each channel convolved by itself.
import { floorOf, mul, type Dim } from '../../shared/dimension'
import { isOne, isZero, one, plus, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'
import { squeezeMacs, squeezeWeights } from './squeeze'
import { hints, phrases, terms } from '../words'

interface Sizes {
  readonly channels: Dim
  readonly kernel: Dim
  readonly expand: Dim
  readonly se_ratio: Dim
}

interface Parts {
  /** Absent where the block does not widen. */
  readonly expansion: Convolution | undefined
  readonly depthwise: Convolution
  readonly projection: Convolution
  readonly inner: Dim
  /** Width between squeeze and excitation: a share of the block's input, not of the wide inside. */
  readonly squeezed: Dim
}

export const mbConv = defineBlock({
  type: 'mbConv',
  label: { en: 'MBConv', ja: 'MBConv', 'zh-Hans': 'MBConv', 'zh-Hant': 'MBConv' },
  group: 'convolution',
  about: {
    en: 'Widens the channels, convolves each by itself, weights them by squeeze and excitation and narrows them again; the input is added where stride and channels leave it as it was.',
    ja: 'チャンネルを広げ、チャンネルごとに畳み込み、squeeze-and-excitation で重み付けし、再び狭める。ストライドとチャンネルが変わらなければ入力を足す。',
    'zh-Hans': '扩宽通道，逐通道卷积，用压缩与激励加权，再收窄；步幅和通道不变时加上输入。',
    'zh-Hant': '擴寬通道，逐通道卷積，用壓縮與激勵加權，再收窄；步幅和通道不變時加上輸入。',
  },
  source: 'Sandler et al., MobileNetV2, arXiv:1801.04381; Tan & Le, EfficientNet, arXiv:1905.11946',
  fields: {
    channels: {
      type: 'dimension',
      label: terms.channels,
      hint: hints.ofTheOutput,
      initial: 16,
    },
    kernel: { type: 'dimension', label: terms.kernel, initial: 3 },
    expand: { type: 'dimension', label: terms.expansion, initial: 6 },
    stride: { type: 'dimension', label: terms.stride, initial: 1 },
    se_ratio: {
      type: 'dimension',
      label: terms.squeezeRatio,
      hint: {
        en: 'Of the input channels; 0 for no squeeze and excitation.',
        ja: '入力チャンネルに対する比。0 なら squeeze-and-excitation なし。',
        'zh-Hans': '相对输入通道；0 表示不用压缩与激励。',
        'zh-Hant': '相對輸入通道；0 表示不用壓縮與激勵。',
      },
      initial: 0.25,
      least: 0,
      decimal: true,
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ channels, stride }, inputs) {
    return { map: { kind: 'map', shape: shapeOf(strided(mapAxes(given(inputs, 'map')), stride, channels)) } }
  },
  weights(values, inputs) {
    const { expansion, depthwise, projection, inner, squeezed } = partsOf(values, inputs)
    return [
      ...(expansion ? normalisedConvolution(expansion) : []),
      ...normalisedConvolution(depthwise),
      ...(isZero(values.se_ratio) ? [] : squeezeWeights(inner, squeezed)),
      ...normalisedConvolution(projection),
    ]
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { expansion, depthwise, projection, inner, squeezed } = partsOf(values, inputs)
    const after = positionsOf(strided(input, values.stride, inner))
    return {
      weights: plus(
        expansion ? convolutionMacs(expansion, positionsOf(input)) : 0,
        convolutionMacs(depthwise, after),
        isZero(values.se_ratio) ? 0 : squeezeMacs(input.maps, inner, squeezed),
        convolutionMacs(projection, after),
      ),
    }
  },
  sublabel({ channels, kernel, expand, stride }, show, say) {
    const words = [`${show(kernel)} × ${show(kernel)} → ${show(channels)}`, say(phrases.expand, { n: show(expand) })]
    if (!isOne(stride)) words.push(say(phrases.stride, { n: show(stride) }))
    return words.join(say(phrases.comma))
  },
  example: { map: tensor('map', ['B', 136, 145, 145], 'vision') },
})

function partsOf({ channels, kernel, expand, se_ratio }: Sizes, inputs: Inputs): Parts {
  const input = mapAxes(given(inputs, 'map')).channels
  const inner = times(expand, input)
  return {
    expansion: isOne(expand) ? undefined : { name: 'expand', from: input, to: inner, kernel: one },
    depthwise: { name: 'depthwise', from: inner, to: inner, kernel, groups: inner },
    projection: { name: 'project', from: inner, to: channels, kernel: one },
    inner,
    squeezed: floorOf(mul(input, se_ratio)),
  }
}
