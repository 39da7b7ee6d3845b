// PowerPoint: shapes with their text in them, groups, glued connectors and theme colours, so that everything can be edited.
import type { Exporter } from './exporter'

export const pptx: Exporter = {
  extension: 'pptx',
  label: 'PowerPoint',
  mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  holdsPages: true,
  isSlides: true,
  loses: ['fonts'],
  async export(request) {
    const { deckBytes } = await import('./pptx/deck')
    return deckBytes(request)
  },
}
