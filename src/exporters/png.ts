// PNG: pixels, with the document in a text chunk and the size that they are meant to have.
import { pack } from '../document/carry'
import { documentKeyword, readChunks, textChunk, writeChunks, type Chunk } from '../document/pngChunks'
import type { Exporter } from './exporter'
import { rasterise } from './raster'

const dotsPerMetre = 96 / 0.0254

export const png: Exporter = {
  extension: 'png',
  label: 'PNG',
  mime: 'image/png',
  options: ['scale'],
  loses: ['text', 'vectors'],
  export: async (request) => {
    const { png } = await rasterise(request)
    const [{ scene }] = request.pages
    const [header, ...rest] = readChunks(png)!
    const said: Chunk[] = [textChunk('Title', scene.title), sizeChunk(request.options?.scale ?? 2)]
    if (request.document !== undefined) said.push(textChunk(documentKeyword, pack(request.document)))
    return writeChunks([header!, ...said, ...rest])
  },
}

/** So that a program places it as large as the same figure in SVG. */
function sizeChunk(scale: number): Chunk {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  view.setUint32(0, Math.round(dotsPerMetre * scale))
  view.setUint32(4, Math.round(dotsPerMetre * scale))
  data[8] = 1
  return { type: 'pHYs', data }
}
