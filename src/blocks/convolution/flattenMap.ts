// A map as a sequence.
import { mul } from '../../shared/dimension'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const flattenMap = defineBlock({
  type: 'flattenMap',
  label: 'Flatten map',
  group: 'convolution',
  about: 'Reads a map row by row as a sequence with one token for each place; its channels become the width.',
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
