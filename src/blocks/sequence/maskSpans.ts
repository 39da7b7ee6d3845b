// Tokens hidden before a model reads them.
import { plus, times } from '../arithmetic'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'

export const maskSpans = defineBlock({
  type: 'maskSpans',
  label: 'Hide spans',
  group: 'sequence',
  about:
    'Replaces tokens by mask tokens, to be guessed; or takes spans out, leaves a mask token in their place and appends them at the end, each behind its mask token.',
  source: 'in place: Devlin et al., BERT, arXiv:1810.04805; moved to the end: Aghajanyan et al., CM3, arXiv:2201.07520',
  fields: {
    form: { type: 'choice', label: 'Form', options: ['in place', 'moved to the end'], initial: 'in place' },
    spans: { type: 'dimension', label: 'Spans', hint: 'How many are moved to the end.', initial: 1, least: 0 },
    words: { type: 'words', label: 'In words', hint: 'How much is hidden, such as 15 %.', initial: '' },
  },
  inputs: [{ id: 'ids', kinds: ['ids'] }],
  outputs: [{ id: 'ids', kinds: ['ids'] }],
  shape({ form, spans }, inputs) {
    const ids = given(inputs, 'ids')
    if (form === 'in place') return { ids }
    const length = ids.shape.at(-1)!
    // Each span leaves one mask token behind and stands behind another.
    return { ids: { ...ids, shape: [...leadingOf(ids, 1), plus(length, times(2, spans))] } }
  },
  sublabel: ({ form, words }) => words || (form === 'in place' ? 'masks in their place' : 'moved to the end'),
  differentiable: false,
  example: { ids: tensor('ids', ['B', 'T'], 'language') },
})
