// Cross-entropy over classes.
import { isZero } from '../arithmetic'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const classificationLoss = defineBlock({
  type: 'classificationLoss',
  label: 'Classification loss',
  group: 'losses',
  about: 'Cross-entropy of the scores of the classes with the class that is right.',
  source: 'Bridle, softmax, 1990; smoothing: Szegedy et al., arXiv:1512.00567',
  fields: {
    smoothing: { type: 'dimension', label: 'Label smoothing', initial: 0, least: 0, most: 1, decimal: true },
  },
  inputs: [{ id: 'logits', kinds: ['logits'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ smoothing }, show) =>
    isZero(smoothing) ? 'cross-entropy' : `cross-entropy, smoothing ${show(smoothing)}`,
  example: { logits: tensor('logits', ['B', 1000], 'vision') },
})
