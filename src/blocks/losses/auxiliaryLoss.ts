// What keeps the experts busy.
import { defineBlock } from '../block'
import { tensor } from '../example'

export const auxiliaryLoss = defineBlock({
  type: 'auxiliaryLoss',
  label: 'Auxiliary loss',
  group: 'losses',
  about:
    'Keeps a router useful: importance and load even out what the experts get, z keeps the scores small, local entropy makes each choice sure and global entropy spreads a modality over experts.',
  source:
    'Riquelme et al., V-MoE, arXiv:2106.05974; Mustafa et al., LIMoE, arXiv:2206.02770; Zoph et al., ST-MoE, arXiv:2202.08906',
  fields: {
    form: {
      type: 'choice',
      label: 'Form',
      options: ['importance', 'load', 'z', 'local entropy', 'global entropy'],
      initial: 'importance',
    },
    modality: { type: 'words', label: 'Modality', hint: 'Whose tokens it looks at; empty for all.', initial: '' },
  },
  inputs: [{ id: 'gates', kinds: ['gates'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ form, modality }) => (modality === '' ? form : `${form}, ${modality}`),
  example: { gates: tensor('gates', ['B', 272, 32], 'vision', 'language') },
})
