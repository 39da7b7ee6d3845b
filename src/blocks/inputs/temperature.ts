// The learned scale of similarities.
import { defineBlock } from '../block'

export const temperature = defineBlock({
  type: 'temperature',
  label: 'Temperature',
  group: 'inputs',
  about:
    'One learned number that sharpens or flattens the similarities before the loss: CLIP multiplies by exp(t), ALIGN divides by σ.',
  source: 'Radford et al., CLIP, arXiv:2103.00020; Jia et al., ALIGN, arXiv:2102.05918',
  fields: {
    init: { type: 'words', label: 'Begins as', initial: 'ln(1/0.07)' },
    form: { type: 'choice', label: 'Form', options: ['exp', 'divide'], initial: 'exp' },
    bias: { type: 'boolean', label: 'Bias', hint: 'A learned number is added as well, as in SigLIP.', initial: false },
  },
  inputs: [],
  outputs: [{ id: 'scale', kinds: ['scalar'], side: true }],
  shape: () => ({ scale: { kind: 'scalar', shape: [], modality: [] } }),
  weights: ({ bias }) => [{ name: 'scale', shape: [] }, ...(bias ? [{ name: 'bias', shape: [] }] : [])],
  sublabel({ init, form, bias }) {
    const formula = `${form === 'exp' ? '× exp(t)' : '÷ σ'}${bias ? ' + b' : ''}`
    return init === '' ? formula : `${formula}, ${form === 'exp' ? 't' : 'σ'} from ${init}`
  },
  example: {},
})
