// T5's positions: a learned number for each distance and head.
import { one } from '../arithmetic'
import { defineBlock } from '../block'

export const relativePositionBias = defineBlock({
  type: 'relativePositionBias',
  label: 'Relative position bias',
  group: 'inputs',
  about:
    'Adds to every attention score a learned number that depends on the head and on the distance of key and query, with far distances sharing buckets; all layers use the same table.',
  source: 'Raffel et al., T5, arXiv:1910.10683',
  fields: {
    buckets: { type: 'dimension', label: 'Buckets', initial: 32 },
    heads: { type: 'dimension', label: 'Heads', initial: 12 },
    max_distance: {
      type: 'dimension',
      label: 'Largest distance',
      hint: 'All further ones share the last bucket.',
      initial: 128,
    },
    bidirectional: { type: 'boolean', label: 'Bidirectional', hint: 'Half of the buckets look ahead.', initial: true },
  },
  inputs: [],
  outputs: [{ id: 'bias', kinds: ['mask'], side: true }],
  // Per head; queries and keys are those of wherever it is used.
  shape: ({ heads }) => ({ bias: { kind: 'mask', shape: [heads, one, one], modality: [] } }),
  weights: ({ buckets, heads }) => [{ name: 'buckets', shape: [buckets, heads] }],
  sublabel: ({ buckets, heads, bidirectional }, show) =>
    `${show(buckets)} buckets × ${show(heads)} heads${bidirectional ? '' : ', backward only'}`,
  example: {},
})
