// Vectors that come from outside the diagram.
import { defineBlock } from '../block'

export const features = defineBlock({
  type: 'features',
  label: 'Given features',
  group: 'inputs',
  about: 'Vectors that a model outside the diagram computed beforehand, such as the regions of an object detector.',
  source: 'Anderson et al., bottom-up attention, arXiv:1707.07998',
  fields: {
    batch: { type: 'shape', label: 'Batch', initial: ['B'] },
    count: { type: 'dimension', label: 'Count', initial: 50 },
    width: { type: 'dimension', label: 'Width', initial: 2048 },
    kind: {
      type: 'choice',
      label: 'Kind',
      hint: 'A sequence of tokens, or a list of vectors that stand for one thing each.',
      options: ['tokens', 'vector'],
      initial: 'tokens',
    },
    modality: { type: 'choice', label: 'Modality', options: ['vision', 'language', 'audio'], initial: 'vision' },
  },
  inputs: [],
  outputs: ({ kind }) => [{ id: 'tokens', kinds: [kind] }],
  shape({ batch, count, width, kind, modality }) {
    return { tokens: { kind, shape: [...batch, count, width], modality: [modality] } }
  },
  sublabel: ({ count, width }, show) => `${show(count)} × ${show(width)}`,
  example: {},
})
