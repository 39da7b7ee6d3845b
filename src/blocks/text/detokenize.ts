// From token ids to text.
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const detokenize = defineBlock({
  type: 'detokenize',
  label: 'Detokenizer',
  group: 'text',
  about: 'Joins the pieces that token ids stand for into a string.',
  source: 'Sennrich et al., byte-pair encoding, arXiv:1508.07909',
  fields: {},
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape: (_, inputs) => ({ text: { kind: 'string', shape: leadingOf(given(inputs, 'ids'), 1) } }),
  differentiable: false,
  example: { ids: tensor('ids', ['B', 'T'], 'language') },
})
