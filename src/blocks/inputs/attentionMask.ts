// Who may see whom, said in words.
import { one } from '../arithmetic'
import { defineBlock } from '../block'

export const attentionMask = defineBlock({
  type: 'attentionMask',
  label: 'Attention mask',
  group: 'inputs',
  about:
    'Says which positions a query may attend to: the scores of the others are computed all the same and then set to −∞ before the softmax.',
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762',
  fields: {
    kind: {
      type: 'choice',
      label: 'Kind',
      options: ['full', 'causal', 'prefix', 'previous image', 'own sequence', 'custom'],
      initial: 'causal',
    },
    words: { type: 'words', label: 'In words', hint: 'What is written in the box in place of the kind.', initial: '' },
  },
  inputs: [{ id: 'ids', kinds: ['ids'], optional: true }],
  outputs: [{ id: 'mask', kinds: ['mask'], side: true }],
  // Its shape follows from where it is used, so it has none of its own that could disagree.
  shape: () => ({ mask: { kind: 'mask', shape: [one], modality: [] } }),
  sublabel: ({ kind, words }) => words || kind,
  differentiable: false,
  example: {},
})
