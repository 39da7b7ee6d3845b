// A map as a sequence.
import { mul } from '../../shared/dimension'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const flattenMap = defineBlock({
  type: 'flattenMap',
  label: { en: 'Flatten map', ja: 'マップを列に', 'zh-Hans': '展平特征图', 'zh-Hant': '展平特徵圖' },
  group: 'convolution',
  about: {
    en: 'Reads a map row by row as a sequence with one token for each place; its channels become the width.',
    ja: 'マップを行順に読み、位置ごとに 1 トークンの列にする。チャンネルが幅になる。',
    'zh-Hans': '按行把特征图读成序列，每个位置一个词元；通道成为宽度。',
    'zh-Hant': '逐列把特徵圖讀成序列，每個位置一個詞元；通道成為寬度。',
  },
  source: 'Carion et al., DETR, arXiv:2005.12872',
  fields: {},
  inputs: [{ id: 'map', kinds: ['map', 'image'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape(_, inputs) {
    const { leading, channels, height, width } = mapAxes(given(inputs, 'map'))
    return { tokens: { kind: 'tokens', shape: [...leading, mul(height, width), channels] } }
  },
  example: { map: tensor('map', ['B', 'images', 3072, 10, 10], 'vision') },
})
