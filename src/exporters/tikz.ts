// TikZ: a LaTeX document with named nodes and all styles at the top, so that an author restyles it in one place.
import type { Exporter } from './exporter'

export const tikz: Exporter = {
  extension: 'tex',
  label: 'TikZ',
  mime: 'application/x-tex',
  holdsPages: true,
  loses: ['fonts', 'document'],
  async export(request) {
    const { tikzDocument } = await import('./tikz/document')
    return tikzDocument(request)
  },
}
