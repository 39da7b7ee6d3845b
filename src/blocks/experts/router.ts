// Which expert gets a token.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'

export const router = defineBlock({
  type: 'router',
  label: 'Router',
  group: 'experts',
  about: 'Gives every token one score for each expert by a learned matrix, and makes them shares with a softmax.',
  source: 'Shazeer et al., arXiv:1701.06538; Riquelme et al., V-MoE, arXiv:2106.05974',
  fields: {
    experts: { type: 'dimension', label: 'Experts', initial: 32 },
    noise: { type: 'words', label: 'Noise', hint: 'Added to the scores in training.', initial: '' },
  },
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'gates', kinds: ['gates'], side: true }],
  shape({ experts }, inputs) {
    const x = given(inputs, 'x')
    return { gates: { kind: 'gates', shape: withWidth(x, experts).shape } }
  },
  weights: ({ experts }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), experts, false),
  macs({ experts }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), experts) }
  },
  sublabel({ experts, noise }, show) {
    return `${show(experts)} experts${noise === '' ? '' : `, noise ${noise}`}`
  },
  example: { x: tensor('tokens', ['B', 272, 1280], 'vision', 'language') },
})
