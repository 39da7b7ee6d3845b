// One vector for a sequence or a map.
import { given, leadingOf, mapAxes, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'

export const pool = defineBlock({
  type: 'pool',
  label: 'Pool',
  group: 'sequence',
  about: 'Makes one vector of a sequence or a map: the mean, the largest of each number, or the state of one token.',
  source: 'CLIP takes the end of the text (arXiv:2103.00020), BERT the first token (arXiv:1810.04805)',
  fields: {
    form: {
      type: 'choice',
      label: 'Form',
      options: ['mean', 'max', 'first', 'last', 'end of text'],
      initial: 'mean',
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'map'] }],
  outputs: [{ id: 'x', kinds: ['vector'] }],
  shape({ form }, inputs) {
    const x = given(inputs, 'x')
    if (x.kind !== 'map') return { x: { kind: 'vector', shape: [...leadingOf(x, 2), widthOf(x)] } }
    if (form !== 'mean' && form !== 'max') {
      return refuse('x', `\`x\` is a feature map, which has no ${form} token: pool it by mean or max`)
    }
    const { leading, channels } = mapAxes(x)
    return { x: { kind: 'vector', shape: [...leading, channels] } }
  },
  sublabel: ({ form }) => written[form],
  example: { x: tensor('tokens', ['B', 77, 512], 'language') },
})

const written = { mean: 'mean', max: 'max', first: 'first token', last: 'last token', 'end of text': 'end of text' }
