// An image as a sequence of patches.
import { div, floorOf, mul, type Dim } from '../../shared/dimension'
import { square, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { tensor } from '../example'

export const patchEmbedding = defineBlock({
  type: 'patchEmbedding',
  label: 'Patch embedding',
  group: 'embeddings',
  about:
    'Cuts the image into squares that do not overlap and maps each to one vector: a convolution whose stride is its kernel size, and which drops what lies beyond the last whole patch.',
  source: 'Dosovitskiy et al., ViT, arXiv:2010.11929',
  fields: {
    patch_size: { type: 'dimension', label: 'Patch size', initial: 16 },
    width: { type: 'dimension', label: 'Width', initial: 768 },
    bias: { type: 'boolean', label: 'Bias', initial: true },
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
  sublabel: ({ patch_size }, show) => `${show(patch_size)} × ${show(patch_size)}, stride ${show(patch_size)}`,
  example: { image: tensor('image', ['B', 3, 224, 224], 'vision') },
})

function patches(patchSize: Dim, inputs: Inputs): Dim {
  const { height, width } = mapAxes(given(inputs, 'image'))
  return mul(floorOf(div(height, patchSize)), floorOf(div(width, patchSize)))
}
