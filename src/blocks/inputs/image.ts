// Pixels.
import { defineBlock } from '../block'

export const image = defineBlock({
  type: 'image',
  label: 'Image',
  group: 'inputs',
  about: 'Square images as pixels, channels before height and width.',
  source: 'torch.nn.Conv2d, for the order of the dimensions',
  fields: {
    batch: {
      type: 'shape',
      label: 'Batch',
      hint: 'The dimensions before the channels: examples, images, frames.',
      initial: ['B'],
    },
    channels: { type: 'dimension', label: 'Channels', initial: 3 },
    size: { type: 'dimension', label: 'Size', hint: 'Height and width in pixels.', initial: 'image_size' },
  },
  inputs: [],
  outputs: [{ id: 'image', kinds: ['image'] }],
  shape({ batch, channels, size }) {
    return { image: { kind: 'image', shape: [...batch, channels, size, size], modality: ['vision'] } }
  },
  sublabel: ({ channels, size }, show) => `${show(channels)} × ${show(size)} × ${show(size)}`,
  example: {},
})
