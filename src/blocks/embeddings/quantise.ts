// Vectors replaced by the numbers of their nearest codes.
import { mul, product } from '../../shared/dimension'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { hints, phrases } from '../words'

export const quantise = defineBlock({
  type: 'quantise',
  label: { en: 'Nearest code', ja: '最近傍コード', 'zh-Hans': '最近码字', 'zh-Hant': '最近碼字' },
  group: 'embeddings',
  about: {
    en: 'Gives each place of a map, row by row, the number of the code in a learned table that lies nearest, so that an image reads like text.',
    ja: 'マップの各位置を行順に、学習された表の中で最も近いコードの番号に置き換え、画像をテキストのように読めるようにする。',
    'zh-Hans': '按行把特征图的每个位置换成可学习码表中最近码字的编号，使图像可以像文本一样读。',
    'zh-Hant': '逐列把特徵圖的每個位置換成可學習碼表中最近碼字的編號，使影像可以像文字一樣讀。',
  },
  source: 'van den Oord et al., VQ-VAE, arXiv:1711.00937; Esser et al., VQGAN, arXiv:2012.09841',
  fields: {
    codes: {
      type: 'dimension',
      label: { en: 'Codes', ja: 'コード数', 'zh-Hans': '码字数', 'zh-Hant': '碼字數' },
      hint: hints.rowsOfTheTable,
      initial: 1024,
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape(_, inputs) {
    const { leading, height, width } = mapAxes(given(inputs, 'map'))
    return { ids: { kind: 'ids', shape: [...leading, mul(height, width)] } }
  },
  weights: ({ codes }, inputs) => [{ name: 'codebook', shape: [codes, mapAxes(given(inputs, 'map')).channels] }],
  macs({ codes }, inputs) {
    const { maps, channels, height, width } = mapAxes(given(inputs, 'map'))
    return { weights: product([maps, height, width, channels, codes]) }
  },
  sublabel: ({ codes }, show, say) => say(phrases.codes, { n: show(codes) }),
  differentiable: false,
  example: { map: tensor('map', ['B', 256, 16, 16], 'vision') },
})
