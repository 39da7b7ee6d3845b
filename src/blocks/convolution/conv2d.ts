// One convolution, with its norm and activation.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import type { Dim } from '../../shared/dimension'
import { integerOf, pretty } from '../../shared/dimension'
import { isOne } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, kernelOf, normalisedConvolution, positionsOf, shapeOf, strided } from './convolution'
import { choiceWords, hints, phrases, terms } from '../words'

const sentences = catalogue({
  groups: {
    en: '“map” is {shape}: {groups} groups do not divide {channels} channels.',
    ja: '「map」は {shape} です。{groups} グループでは {channels} チャンネルを割り切れません。',
    'zh-Hans': '“map”为 {shape}：{groups} 组不能整除 {channels} 个通道。',
    'zh-Hant': '「map」為 {shape}：{groups} 組不能整除 {channels} 個通道。',
  },
})

export const conv2d = defineBlock({
  type: 'conv2d',
  label: { en: 'Convolution', ja: '畳み込み', 'zh-Hans': '卷积', 'zh-Hant': '卷積' },
  group: 'convolution',
  about: {
    en: 'Slides one learned kernel over height and width, padded so that only the stride makes the map smaller; a norm and an activation may follow.',
    ja: '学習されたカーネルを高さと幅の方向に滑らせる。パディングにより、マップが小さくなるのはストライドの分だけ。正規化と活性化が続くこともある。',
    'zh-Hans': '把一个可学习的核沿高和宽滑动，经填充后只有步幅会缩小特征图；其后可接归一化和激活。',
    'zh-Hant': '把一個可學習的核沿高和寬滑動，經填補後只有步幅會縮小特徵圖；其後可接正規化和活化。',
  },
  source: 'batch norm: Ioffe & Szegedy, arXiv:1502.03167; weight standardised: Qiao et al., arXiv:1903.10520',
  fields: {
    channels: {
      type: 'dimension',
      label: terms.channels,
      hint: hints.ofTheOutput,
      initial: 64,
    },
    kernel: {
      type: 'dimension',
      label: terms.kernel,
      hint: { en: 'Its height and width.', ja: 'その高さと幅。', 'zh-Hans': '其高和宽。', 'zh-Hant': '其高和寬。' },
      initial: 3,
    },
    stride: { type: 'dimension', label: terms.stride, initial: 1 },
    groups: {
      type: 'dimension',
      label: { en: 'Groups', ja: 'グループ数', 'zh-Hans': '分组数', 'zh-Hant': '分組數' },
      initial: 1,
    },
    bias: { type: 'boolean', label: terms.bias, initial: false },
    norm: {
      type: 'choice',
      label: { en: 'Norm', ja: '正規化', 'zh-Hans': '归一化', 'zh-Hant': '正規化' },
      options: ['none', 'batch', 'weight standardised'],
      initial: 'none',
    },
    activation: { type: 'choice', label: terms.activation, options: ['none', 'relu', 'silu', 'gelu'], initial: 'none' },
  },
  inputs: [{ id: 'map', kinds: ['map', 'image'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ channels, stride, groups }, inputs) {
    const map = given(inputs, 'map')
    for (const size of [mapAxes(map).channels, channels]) {
      const [whole, parts] = [integerOf(size), integerOf(groups)]
      if (whole === undefined || parts === undefined || whole % parts === 0n) continue
      return refuse(
        'map',
        sentences.groups({ shape: writeShape(map.shape), groups: pretty(groups), channels: pretty(size) }),
      )
    }
    return { map: { kind: 'map', shape: shapeOf(strided(mapAxes(map), stride, channels)) } }
  },
  weights(values, inputs) {
    const convolution = convolutionOf(values, inputs)
    if (values.norm === 'weight standardised') return normalisedConvolution(convolution)
    return [
      ...(values.norm === 'batch' ? normalisedConvolution(convolution) : [kernelOf(convolution)]),
      ...(values.bias ? [{ name: 'bias', shape: [values.channels] }] : []),
    ]
  },
  macs(values, inputs) {
    const output = strided(mapAxes(given(inputs, 'map')), values.stride, values.channels)
    return { weights: convolutionMacs(convolutionOf(values, inputs), positionsOf(output)) }
  },
  sublabel({ kernel, channels, stride, activation }, show, say) {
    const words = [`${show(kernel)} × ${show(kernel)} → ${show(channels)}`]
    if (!isOne(stride)) words.push(say(phrases.stride, { n: show(stride) }))
    if (activation !== 'none') words.push(say(choiceWords(activation)))
    return words.join(say(phrases.comma))
  },
  example: { map: tensor('image', ['B', 3, 224, 224], 'vision') },
})

function convolutionOf(
  { channels, kernel, groups }: Readonly<Record<'channels' | 'kernel' | 'groups', Dim>>,
  inputs: Inputs,
) {
  return { name: 'kernel', from: mapAxes(given(inputs, 'map')).channels, to: channels, kernel, groups }
}
