// Softmax over the batch.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { isZero } from '../arithmetic'
import { squareClash } from './squareClash'

export const contrastiveLoss = defineBlock({
  type: 'contrastiveLoss',
  label: 'Contrastive loss',
  group: 'losses',
  about:
    'Cross-entropy that asks every image for its own text among all texts of the batch, and every text for its own image.',
  source: 'van den Oord et al., InfoNCE, arXiv:1807.03748; Radford et al., CLIP, arXiv:2103.00020',
  fields: {
    smoothing: { type: 'dimension', label: 'Label smoothing', initial: 0, least: 0, most: 1, decimal: true },
    terms: { type: 'choice', label: 'Terms', options: ['both', 'image to text', 'text to image'], initial: 'both' },
  },
  inputs: [{ id: 'logits', kinds: ['matrix'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: (_, inputs) => squareClash('logits', given(inputs, 'logits')) ?? { loss: { kind: 'loss', shape: [] } },
  sublabel({ smoothing, terms }, show) {
    const words = terms === 'both' ? 'image ↔ text' : terms.replace('to', '→')
    return isZero(smoothing) ? words : `${words}, smoothing ${show(smoothing)}`
  },
  example: { logits: tensor('matrix', ['B', 'B'], 'vision', 'language') },
})
