// draw.io (diagrams.net): containers with what is in them, edges that keep their ends and bends, and the document.
import type { Exporter } from './exporter'

export const drawio: Exporter = {
  extension: 'drawio',
  label: 'draw.io',
  mime: 'application/vnd.jgraph.mxfile',
  holdsPages: true,
  needsGraph: true,
  loses: ['fonts'],
  async export(request) {
    const { drawioFile } = await import('./drawio/file')
    return drawioFile(request)
  },
}
