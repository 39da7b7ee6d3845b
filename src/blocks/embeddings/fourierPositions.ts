// Positions as sines and cosines beside the pixels, without weights.
import { plus, times } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const fourierPositions = defineBlock({
  type: 'fourierPositions',
  label: 'Fourier positions',
  group: 'embeddings',
  about:
    'Puts beside the channels of every place its row and column and their sines and cosines at several frequencies; nothing is learned.',
  source: 'Jaegle et al., Perceiver, arXiv:2103.03206',
  fields: {
    bands: { type: 'dimension', label: 'Bands', hint: 'Frequencies for each of the two directions.', initial: 64 },
  },
  inputs: [{ id: 'map', kinds: ['image', 'map'] }],
  outputs: [{ id: 'map', kinds: ['map'] }],
  shape({ bands }, inputs) {
    const map = given(inputs, 'map')
    const { leading, channels, height, width } = mapAxes(map)
    const more = times(2, plus(times(2, bands), 1))
    return { map: { ...map, kind: 'map', shape: [...leading, plus(channels, more), height, width] } }
  },
  sublabel: ({ bands }, show) => `${show(bands)} bands`,
  example: { map: tensor('image', ['B', 3, 224, 224], 'vision') },
})
