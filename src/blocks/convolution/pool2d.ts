// A smaller map without weights.
import { isOne } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { shapeOf, strided } from './convolution'
import { choiceWords, phrases, terms } from '../words'

export const pool2d = defineBlock({
  type: 'pool2d',
  label: { en: 'Pooling', ja: 'プーリング', 'zh-Hans': '池化', 'zh-Hant': '池化' },
  group: 'convolution',
  about: {
    en: 'Makes a map smaller by the mean or the largest number of each window.',
    ja: '各窓の平均または最大値でマップを小さくする。',
    'zh-Hans': '用每个窗口的均值或最大值缩小特征图。',
    'zh-Hant': '用每個視窗的平均或最大值縮小特徵圖。',
  },
  source: 'He et al., ResNet, arXiv:1512.03385',
  fields: {
    kernel: { type: 'dimension', label: { en: 'Window', ja: '窓', 'zh-Hans': '窗口', 'zh-Hant': '視窗' }, initial: 2 },
    stride: { type: 'dimension', label: terms.stride, initial: 2 },
    form: { type: 'choice', label: terms.form, options: ['average', 'max'], initial: 'average' },
  },
  inputs: [{ id: 'map', kinds: ['map', 'image'] }],
  outputs: [{ id: 'map', kinds: ['map', 'image'] }],
  shape({ stride }, inputs) {
    const map = given(inputs, 'map')
    const axes = mapAxes(map)
    return { map: { kind: map.kind, shape: shapeOf(strided(axes, stride, axes.channels)) } }
  },
  sublabel({ kernel, stride, form }, show, say) {
    const words = [`${say(choiceWords(form))} ${show(kernel)} × ${show(kernel)}`]
    if (!isOne(stride)) words.push(say(phrases.stride, { n: show(stride) }))
    return words.join(say(phrases.comma))
  },
  example: { map: tensor('map', ['B', 64, 112, 112], 'vision') },
})
