// NFNet's residual block, which needs no norm.
import { clashes } from '../sentences'
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { constantOf, dim, div, floorOf, integerOf, isEqual, mul, pretty, type Dim } from '../../shared/dimension'
import { isOne, isZero, one, plus } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { convolutionMacs, normalisedConvolution, positionsOf, shapeOf, strided, type Convolution } from './convolution'
import { squeezeMacs, squeezeWeights } from './squeeze'
import { phrases, terms } from '../words'

interface Sizes {
  readonly channels: Dim
  readonly group_size: Dim
  readonly se_ratio: Dim
}

interface Parts {
  readonly narrow: Convolution
  readonly grouped: readonly [Convolution, Convolution]
  readonly wide: Convolution
  readonly shortcut: Convolution
  readonly squeezed: Dim
}

const sentences = catalogue({
  first: {
    en: '“map” is {shape}, but the block {why}: only the first of a stage may.',
    ja: '「map」は {shape} ですが、このブロックは{why}。それができるのはステージの最初のブロックだけです。',
    'zh-Hans': '“map”为 {shape}，而该块{why}：只有阶段首块可以。',
    'zh-Hant': '「map」為 {shape}，而該塊{why}：只有階段首塊可以。',
  },
  groups: {
    en: 'The {channels} inner channels are not whole groups of {size}.',
    ja: '内部の {channels} チャンネルは {size} ずつのグループに分けられません。',
    'zh-Hans': '内部 {channels} 个通道不能整分为每组 {size} 个。',
    'zh-Hant': '內部 {channels} 個通道不能整分為每組 {size} 個。',
  },
})

export const nfBlock = defineBlock({
  type: 'nfBlock',
  label: { en: 'NFNet block', ja: 'NFNet ブロック', 'zh-Hans': 'NFNet 块', 'zh-Hant': 'NFNet 塊' },
  group: 'convolution',
  about: {
    en: 'A residual block of weight-standardised convolutions with scaled activations in place of batch norm: 1 × 1, two grouped 3 × 3, 1 × 1, squeeze and excitation, and a learned gain that begins at 0.',
    ja: 'バッチ正規化の代わりに、重みを標準化した畳み込みとスケールした活性化を使う残差ブロック。1 × 1、グループ化 3 × 3 が 2 つ、1 × 1、squeeze-and-excitation、0 から始まる学習ゲイン。',
    'zh-Hans':
      '以权重标准化的卷积和缩放激活代替批归一化的残差块：1 × 1、两个分组 3 × 3、1 × 1、压缩与激励，以及从 0 开始的可学习增益。',
    'zh-Hant':
      '以權重標準化的卷積和縮放活化代替批次正規化的殘差塊：1 × 1、兩個分組 3 × 3、1 × 1、壓縮與激勵，以及從 0 開始的可學習增益。',
  },
  source: 'Brock et al., NFNet, arXiv:2102.06171',
  fields: {
    channels: {
      type: 'dimension',
      label: terms.channels,
      hint: {
        en: 'Of the output; half as many inside.',
        ja: '出力のチャンネル数。内部はその半分。',
        'zh-Hans': '指输出；内部为其一半。',
        'zh-Hant': '指輸出；內部為其一半。',
      },
      initial: 256,
    },
    group_size: {
      type: 'dimension',
      label: { en: 'Group size', ja: 'グループの大きさ', 'zh-Hans': '每组大小', 'zh-Hant': '每組大小' },
      hint: {
        en: 'Channels in a group.',
        ja: '1 グループのチャンネル数。',
        'zh-Hans': '每组的通道数。',
        'zh-Hant': '每組的通道數。',
      },
      initial: 128,
    },
    stride: { type: 'dimension', label: terms.stride, initial: 1 },
    first: {
      type: 'boolean',
      label: { en: 'First of its stage', ja: 'ステージの最初', 'zh-Hans': '阶段首块', 'zh-Hant': '階段首塊' },
      hint: {
        en: 'A 1 × 1 convolution on the shortcut, after an average pool where there is a stride.',
        ja: 'ショートカットに 1 × 1 畳み込み。ストライドがあれば平均プーリングの後。',
        'zh-Hans': '捷径上的 1 × 1 卷积；有步幅时先做平均池化。',
        'zh-Hant': '捷徑上的 1 × 1 卷積；有步幅時先做平均池化。',
      },
      initial: false,
    },
    se_ratio: {
      type: 'dimension',
      label: terms.squeezeRatio,
      hint: {
        en: 'Of the output channels; 0 for no squeeze and excitation.',
        ja: '出力チャンネルに対する比。0 なら squeeze-and-excitation なし。',
        'zh-Hans': '相对输出通道；0 表示不用压缩与激励。',
        'zh-Hant': '相對輸出通道；0 表示不用壓縮與激勵。',
      },
      initial: 0.5,
      least: 0,
      decimal: true,
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape(values, inputs) {
    const { channels, group_size, stride, first } = values
    const map = given(inputs, 'map')
    const input = mapAxes(map)
    if (!first && !(isEqual(channels, input.channels) && isOne(stride))) {
      const why = isOne(stride)
        ? clashes.changes({ channels: pretty(channels) })
        : clashes.strides({ stride: pretty(stride) })
      return refuse('map', sentences.first({ shape: writeShape(map.shape), why }))
    }
    const inner = div(channels, dim(2))
    const groups = div(inner, group_size)
    if (constantOf(groups) && integerOf(groups) === undefined) {
      return refuse('map', sentences.groups({ channels: pretty(inner), size: pretty(group_size) }))
    }
    return { map: { kind: 'map', shape: shapeOf(strided(input, stride, channels)) } }
  },
  weights(values, inputs) {
    const { narrow, grouped, wide, shortcut, squeezed } = partsOf(values, inputs)
    return [
      ...[narrow, ...grouped, wide, ...(values.first ? [shortcut] : [])].flatMap(normalisedConvolution),
      ...(isZero(values.se_ratio) ? [] : squeezeWeights(values.channels, squeezed)),
      { name: 'skip_gain', shape: [] },
    ]
  },
  macs(values, inputs) {
    const input = mapAxes(given(inputs, 'map'))
    const { narrow, grouped, wide, shortcut, squeezed } = partsOf(values, inputs)
    const after = positionsOf(strided(input, values.stride, values.channels))
    return {
      weights: plus(
        convolutionMacs(narrow, positionsOf(input)),
        ...[...grouped, wide, ...(values.first ? [shortcut] : [])].map((each) => convolutionMacs(each, after)),
        isZero(values.se_ratio) ? 0 : squeezeMacs(input.maps, values.channels, squeezed),
      ),
    }
  },
  sublabel({ channels, stride }, show, say) {
    const words = [say(phrases.channels, { n: show(channels) })]
    if (!isOne(stride)) words.push(say(phrases.stride, { n: show(stride) }))
    return words.join(say(phrases.comma))
  },
  example: { map: tensor('map', ['B', 256, 72, 72], 'vision') },
})

function partsOf({ channels, group_size, se_ratio }: Sizes, inputs: Inputs): Parts {
  const input = mapAxes(given(inputs, 'map')).channels
  const inner = div(channels, dim(2))
  const grouped = { from: inner, to: inner, kernel: dim(3), groups: div(inner, group_size) }
  return {
    narrow: { name: 'conv1', from: input, to: inner, kernel: one },
    grouped: [
      { name: 'conv2', ...grouped },
      { name: 'conv2b', ...grouped },
    ],
    wide: { name: 'conv3', from: inner, to: channels, kernel: one },
    shortcut: { name: 'shortcut', from: input, to: channels, kernel: one },
    squeezed: floorOf(mul(channels, se_ratio)),
  }
}
