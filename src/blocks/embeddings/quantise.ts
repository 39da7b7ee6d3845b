// Vectors replaced by the numbers of their nearest codes.
import { mul, product } from '../../shared/dimension'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const quantise = defineBlock({
  type: 'quantise',
  label: 'Nearest code',
  group: 'embeddings',
  about:
    'Gives each place of a map, row by row, the number of the code in a learned table that lies nearest, so that an image reads like text.',
  source: 'van den Oord et al., VQ-VAE, arXiv:1711.00937; Esser et al., VQGAN, arXiv:2012.09841',
  fields: {
    codes: { type: 'dimension', label: 'Codes', hint: 'Rows of the table.', initial: 1024 },
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
  sublabel: ({ codes }, show) => `${show(codes)} codes`,
  differentiable: false,
  example: { map: tensor('map', ['B', 256, 16, 16], 'vision') },
})
