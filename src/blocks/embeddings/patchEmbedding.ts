// An image as a sequence of patches.
import { div, floorOf, mul, type Dim } from '../../shared/dimension'
import { square, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'
import { phrases, terms } from '../words'

export const patchEmbedding = defineBlock({
  type: 'patchEmbedding',
  label: { en: 'Patch embedding', ja: 'パッチ埋め込み', 'zh-Hans': '图像块嵌入', 'zh-Hant': '影像塊嵌入' },
  group: 'embeddings',
  about: {
    en: 'Cuts the image into squares that do not overlap and maps each to one vector: a convolution whose stride is its kernel size, and which drops what lies beyond the last whole patch.',
    ja: '画像を重ならない正方形に切り、それぞれを 1 つのベクトルに写す。カーネルと同じ幅で動く畳み込みで、端に余った部分は捨てる。',
    'zh-Hans':
      '把图像切成互不重叠的方块，每块映射为一个向量：即步幅等于核大小的卷积，最后一个完整图像块之外的部分舍去。',
    'zh-Hant':
      '把影像切成互不重疊的方塊，每塊映射為一個向量：即步幅等於核大小的卷積，最後一個完整影像塊之外的部分捨去。',
  },
  source: 'Dosovitskiy et al., ViT, arXiv:2010.11929',
  fields: {
    patch_size: {
      type: 'dimension',
      label: { en: 'Patch size', ja: 'パッチの大きさ', 'zh-Hans': '图像块大小', 'zh-Hant': '影像塊大小' },
      initial: 16,
    },
    width: { type: 'dimension', label: terms.width, initial: 768 },
    bias: { type: 'boolean', label: terms.bias, initial: true },
  },
  inputs: [{ id: 'image', kinds: ['image'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape({ patch_size, width }, inputs) {
    return {
      tokens: {
        kind: 'tokens',
        shape: [...mapAxes(given(inputs, 'image')).leading, patches(patch_size, inputs), width],
      },
    }
  },
  weights({ patch_size, width, bias }, inputs) {
    const { channels } = mapAxes(given(inputs, 'image'))
    return [
      { name: 'kernel', shape: [channels, patch_size, patch_size, width] },
      ...(bias ? [{ name: 'bias', shape: [width] }] : []),
    ]
  },
  macs({ patch_size, width }, inputs) {
    const { maps, channels } = mapAxes(given(inputs, 'image'))
    return { weights: times(maps, patches(patch_size, inputs), channels, square(patch_size), width) }
  },
  sublabel: ({ patch_size }, show, say) =>
    [`${show(patch_size)} × ${show(patch_size)}`, say(phrases.stride, { n: show(patch_size) })].join(
      say(phrases.comma),
    ),
  example: { image: tensor('image', ['B', 3, 224, 224], 'vision') },
})

function patches(patchSize: Dim, inputs: Inputs): Dim {
  const { height, width } = mapAxes(given(inputs, 'image'))
  return mul(floorOf(div(height, patchSize)), floorOf(div(width, patchSize)))
}
