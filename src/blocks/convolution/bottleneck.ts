// ResNet's residual block of three convolutions.
import { clashes } from '../sentences'
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { dim, isEqual, mul, pretty, type Dim } from '../../shared/dimension'
import { isOne, one, plus } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'
import { phrases, terms } from '../words'

interface Sizes {
  readonly width: Dim
  readonly expansion: Dim
  readonly project: boolean
}

const sentences = catalogue({
  project: {
    en: '“map” is {shape}, but the block {why}: its shortcut has to project.',
    ja: '「map」は {shape} ですが、このブロックは{why}。ショートカットに射影が必要です。',
    'zh-Hans': '“map”为 {shape}，而该块{why}：其捷径必须投影。',
    'zh-Hant': '「map」為 {shape}，而該塊{why}：其捷徑必須投影。',
  },
})

export const bottleneck = defineBlock({
  type: 'bottleneck',
  label: { en: 'Bottleneck block', ja: 'ボトルネックブロック', 'zh-Hans': '瓶颈块', 'zh-Hant': '瓶頸塊' },
  group: 'convolution',
  about: {
    en: 'Adds to a map what a narrow 1 × 1, a 3 × 3 and a wide 1 × 1 convolution make of it; the first block of a stage projects the map as well.',
    ja: '狭い 1 × 1、3 × 3、広い 1 × 1 の畳み込みの結果をマップに足す。ステージの最初のブロックはマップも射影する。',
    'zh-Hans': '把窄的 1 × 1、3 × 3 与宽的 1 × 1 卷积的结果加到特征图上；每个阶段的第一块还要投影特征图。',
    'zh-Hant': '把窄的 1 × 1、3 × 3 與寬的 1 × 1 卷積的結果加到特徵圖上；每個階段的第一塊還要投影特徵圖。',
  },
  source: 'He et al., ResNet, arXiv:1512.03385; average pooling: openai/CLIP, clip/model.py',
  fields: {
    width: {
      type: 'dimension',
      label: terms.width,
      hint: {
        en: 'Channels of the 3 × 3 convolution.',
        ja: '3 × 3 畳み込みのチャンネル数。',
        'zh-Hans': '3 × 3 卷积的通道数。',
        'zh-Hant': '3 × 3 卷積的通道數。',
      },
      initial: 64,
    },
    expansion: {
      type: 'dimension',
      label: terms.expansion,
      hint: {
        en: 'Output channels for each of the width.',
        ja: '幅 1 あたりの出力チャンネル数。',
        'zh-Hans': '每单位宽度的输出通道数。',
        'zh-Hant': '每單位寬度的輸出通道數。',
      },
      initial: 4,
    },
    stride: { type: 'dimension', label: terms.stride, initial: 1 },
    project: {
      type: 'boolean',
      label: { en: 'Project', ja: '射影', 'zh-Hans': '投影', 'zh-Hant': '投影' },
      hint: {
        en: 'A 1 × 1 convolution on the shortcut.',
        ja: 'ショートカットに 1 × 1 畳み込み。',
        'zh-Hans': '捷径上的 1 × 1 卷积。',
        'zh-Hant': '捷徑上的 1 × 1 卷積。',
      },
      initial: false,
    },
    downsampling: {
      type: 'choice',
      label: { en: 'Downsampling', ja: '縮小の方法', 'zh-Hans': '下采样', 'zh-Hant': '下採樣' },
      hint: {
        en: 'CLIP pools after the 3 × 3 convolution; others give it the stride.',
        ja: 'CLIP は 3 × 3 畳み込みの後でプーリングし、ほかは畳み込みにストライドを持たせる。',
        'zh-Hans': 'CLIP 在 3 × 3 卷积后池化；其他模型让该卷积带步幅。',
        'zh-Hant': 'CLIP 在 3 × 3 卷積後池化；其他模型讓該卷積帶步幅。',
      },
      options: ['average pool', 'strided convolution'],
      initial: 'average pool',
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ width, expansion, stride, project }, inputs) {
    const map = given(inputs, 'map')
    const input = mapAxes(map)
    const output = strided(input, stride, mul(width, expansion))
    if (!project && !(isEqual(output.channels, input.channels) && isOne(stride))) {
      const why = isOne(stride)
        ? clashes.changes({ channels: pretty(output.channels) })
        : clashes.strides({ stride: pretty(stride) })
      return refuse('map', sentences.project({ shape: writeShape(map.shape), why }))
    }
    return { map: { kind: 'map', shape: shapeOf(output) } }
  },
  weights(values, inputs) {
    const { narrow, middle, wide, shortcut } = convolutions(values, inputs)
    return [narrow, middle, wide, ...(values.project ? [shortcut] : [])].flatMap(normalisedConvolution)
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { narrow, middle, wide, shortcut } = convolutions(values, inputs)
    const before = positionsOf(input)
    const after = positionsOf(strided(input, values.stride, wide.to))
    return {
      weights: plus(
        convolutionMacs(narrow, before),
        convolutionMacs(middle, values.downsampling === 'average pool' ? before : after),
        convolutionMacs(wide, after),
        values.project ? convolutionMacs(shortcut, after) : 0,
      ),
    }
  },
  sublabel({ width, expansion, stride }, show, say) {
    const words = [`${show(width)} → ${show(mul(width, expansion))}`]
    if (!isOne(stride)) words.push(say(phrases.stride, { n: show(stride) }))
    return words.join(say(phrases.comma))
  },
  example: { map: tensor('map', ['B', 256, 56, 56], 'vision') },
})

function convolutions(
  { width, expansion }: Sizes,
  inputs: Inputs,
): Record<'narrow' | 'middle' | 'wide' | 'shortcut', Convolution> {
  const { channels } = mapAxes(given(inputs, 'map'))
  const output = mul(width, expansion)
  return {
    narrow: { name: 'conv1', from: channels, to: width, kernel: one },
    middle: { name: 'conv2', from: width, to: width, kernel: dim(3) },
    wide: { name: 'conv3', from: width, to: output, kernel: one },
    shortcut: { name: 'shortcut', from: channels, to: output, kernel: one },
  }
}
