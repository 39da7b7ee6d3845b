// Next-token cross-entropy.
import { isZero } from '../arithmetic'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { disagreement, sameShape } from '../clash'
import { tensor } from '../example'

export const languageModelingLoss = defineBlock({
  type: 'languageModelingLoss',
  label: 'LM loss',
  group: 'losses',
  about: 'Cross-entropy of the scores at every position with the token that comes next, the text so far being given.',
  source: 'Williams & Zipser, teacher forcing, 1989; Raffel et al., T5, arXiv:1910.10683',
  fields: {
    smoothing: { type: 'dimension', label: 'Label smoothing', initial: 0, least: 0, most: 1, decimal: true },
  },
  inputs: [
    { id: 'logits', kinds: ['logits'] },
    { id: 'targets', kinds: ['ids'], optional: true },
  ],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape(_, inputs) {
    const logits = given(inputs, 'logits')
    const targets = inputs['targets']
    if (targets && !sameShape(targets.shape, leadingOf(logits, 1))) {
      const pair = { port: 'targets', tensor: targets, otherPort: 'logits', other: logits }
      return disagreement(pair, 'there has to be one target for each position')
    }
    return { loss: { kind: 'loss', shape: [] } }
  },
  sublabel: ({ smoothing }, show) =>
    isZero(smoothing) ? 'cross-entropy' : `cross-entropy, smoothing ${show(smoothing)}`,
  example: {
    logits: tensor('logits', ['B', 'T', 32000], 'language'),
    targets: tensor('ids', ['B', 'T'], 'language'),
  },
})
