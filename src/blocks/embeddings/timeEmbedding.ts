// A learned vector for each frame of a video.
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'

export const timeEmbedding = defineBlock({
  type: 'timeEmbedding',
  label: 'Time embedding',
  group: 'embeddings',
  about:
    'Adds to all tokens of a frame the learned vector of that frame; between the rows of the table one interpolates when there are more frames than rows.',
  source: 'Alayrac et al., Flamingo, arXiv:2204.14198',
  fields: {
    frames: { type: 'dimension', label: 'Frames', hint: 'Rows of the table.', initial: 'frames' },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape(_, inputs) {
    const tokens = given(inputs, 'tokens')
    if (tokens.shape.length < 3) {
      return refuse(
        'tokens',
        `\`tokens\` is ${shown(tokens.shape)}: it has no dimension for frames before its length and width`,
      )
    }
    return { tokens }
  },
  weights: ({ frames }, inputs) => [{ name: 'frames', shape: [frames, widthOf(given(inputs, 'tokens'))] }],
  sublabel: ({ frames }, show) => `${show(frames)} frames`,
  example: { tokens: tensor('tokens', ['B', 'images', 8, 100, 1536], 'vision') },
})
