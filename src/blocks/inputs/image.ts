// Pixels.
import { defineBlock } from '../block'
import { terms } from '../words'

export const image = defineBlock({
  type: 'image',
  label: { en: 'Image', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
  group: 'inputs',
  about: {
    en: 'Square images as pixels, channels before height and width.',
    ja: '正方形の画像の画素。チャンネルが高さと幅の前に並ぶ。',
    'zh-Hans': '正方形图像的像素，通道排在高和宽之前。',
    'zh-Hant': '正方形影像的像素，通道排在高和寬之前。',
  },
  source: 'torch.nn.Conv2d, for the order of the dimensions',
  fields: {
    batch: {
      type: 'shape',
      label: terms.batch,
      hint: {
        en: 'The dimensions before the channels: examples, images, frames.',
        ja: 'チャンネルの前の次元。例、画像、フレーム。',
        'zh-Hans': '通道之前的各维：样本、图像、帧。',
        'zh-Hant': '通道之前的各維：樣本、影像、影格。',
      },
      initial: ['B'],
    },
    channels: { type: 'dimension', label: terms.channels, initial: 3 },
    size: {
      type: 'dimension',
      label: { en: 'Size', ja: '大きさ', 'zh-Hans': '尺寸', 'zh-Hant': '尺寸' },
      hint: {
        en: 'Height and width in pixels.',
        ja: '高さと幅の画素数。',
        'zh-Hans': '高和宽的像素数。',
        'zh-Hant': '高和寬的像素數。',
      },
      initial: 'image_size',
    },
  },
  inputs: [],
  outputs: [{ id: 'image', kinds: ['image'] }],
  shape({ batch, channels, size }) {
    return { image: { kind: 'image', shape: [...batch, channels, size, size], modality: ['vision'] } }
  },
  sublabel: ({ channels, size }, show) => `${show(channels)} × ${show(size)} × ${show(size)}`,
  example: {},
})
