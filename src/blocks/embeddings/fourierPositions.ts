// Positions as sines and cosines beside the pixels, without weights.
import { plus, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { phrases } from '../words'

export const fourierPositions = defineBlock({
  type: 'fourierPositions',
  label: { en: 'Fourier positions', ja: 'フーリエ位置', 'zh-Hans': '傅里叶位置', 'zh-Hant': '傅立葉位置' },
  group: 'embeddings',
  about: {
    en: 'Puts beside the channels of every place its row and column and their sines and cosines at several frequencies; nothing is learned.',
    ja: '各位置のチャンネルに、行と列、およびその正弦と余弦を複数の周波数で並べる。学習するものはない。',
    'zh-Hans': '在每个位置的通道旁附上行号、列号及其在若干频率上的正弦和余弦；无需学习。',
    'zh-Hant': '在每個位置的通道旁附上列號、行號及其在若干頻率上的正弦和餘弦；無需學習。',
  },
  source: 'Jaegle et al., Perceiver, arXiv:2103.03206',
  fields: {
    bands: {
      type: 'dimension',
      label: { en: 'Bands', ja: '周波数の数', 'zh-Hans': '频带数', 'zh-Hant': '頻帶數' },
      hint: {
        en: 'Frequencies for each of the two directions.',
        ja: '2 方向それぞれの周波数の数。',
        'zh-Hans': '两个方向各自的频率数。',
        'zh-Hant': '兩個方向各自的頻率數。',
      },
      initial: 64,
    },
  },
  inputs: [{ id: 'map', kinds: ['image', 'map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ bands }, inputs) {
    const map = given(inputs, 'map')
    const { leading, channels, height, width } = mapAxes(map)
    const more = times(2, plus(times(2, bands), 1))
    return { map: { ...map, kind: 'map', shape: [...leading, plus(channels, more), height, width] } }
  },
  sublabel: ({ bands }, show, say) => say(phrases.bands, { n: show(bands) }),
  example: { map: tensor('image', ['B', 3, 224, 224], 'vision') },
})
