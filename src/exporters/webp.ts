// WebP without loss: about half of the PNG, for pages on the web; the document travels in its description.
import { pack } from '../document/carry'
import { readRiff, writeRiff, type RiffChunk } from '../document/riff'
import { defaultOptions } from '@jsquash/webp/meta.js'
import { ExportRefusal, type Exporter, type LoadAsset } from './exporter'
import { rasterise } from './raster'
import { loadOnce } from '../shared/loadOnce'
import { escapeXml } from './xml'

const longestSide = 16383
const hasXmp = 0x04
const hasAlpha = 0x10

export const webp: Exporter = {
  extension: 'webp',
  label: 'WebP',
  mime: 'image/webp',
  options: ['scale'],
  loses: ['text', 'vectors'],
  export: async (request) => {
    const { pixels, width, height } = await rasterise(request)
    if (Math.max(width, height) > longestSide)
      throw new ExportRefusal(
        `WebP goes up to ${longestSide} pixels a side, and this is ${width} × ${height}: take a smaller scale, or PNG.`,
      )
    const { encode } = await loadEncoder(request.loadAsset)
    request.signal?.throwIfAborted()
    const packed = encode(unmultiplied(pixels) as BufferSource, width, height, {
      ...defaultOptions,
      lossless: 1,
      quality: 80,
    })
    if (!packed) throw new Error('the encoder gave no picture')
    const [{ scene }] = request.pages
    // The encoder's own chunks: the pixels, and an extended header where it found transparency.
    const image = readRiff(new Uint8Array(packed))!.filter(({ type }) => type !== 'VP8X')
    const header: RiffChunk = { type: 'VP8X', data: extendedHeader(width, height, scene.background === undefined) }
    const text = describe(scene.title, request.document)
    return writeRiff([header, ...image, { type: 'XMP ', data: new TextEncoder().encode(text) }])
  },
}

function extendedHeader(width: number, height: number, isClear: boolean): Uint8Array {
  const data = new Uint8Array(10)
  const view = new DataView(data.buffer)
  view.setUint8(0, hasXmp | (isClear ? hasAlpha : 0))
  const size = (at: number, value: number) => {
    view.setUint16(at, (value - 1) & 0xffff, true)
    view.setUint8(at + 2, (value - 1) >> 16)
  }
  size(4, width)
  size(7, height)
  return data
}

function describe(title: string, document: string | undefined): string {
  const carried =
    document === undefined ? '' : `<frieze:document xmlns:frieze="urn:frieze">${pack(document)}</frieze:document>`
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>${carried}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta>'
  )
}

/** WebP wants colours as they are, the renderer has them multiplied by their opacity. */
function unmultiplied(pixels: Uint8Array): Uint8Array {
  const plain = pixels.slice()
  for (let at = 0; at < plain.length; at += 4) {
    const opacity = plain[at + 3]!
    if (opacity === 0 || opacity === 255) continue
    for (let i = at; i < at + 3; i++) plain[i] = Math.min(255, Math.round((plain[i]! * 255) / opacity))
  }
  return plain
}

/** The build for machines without vector instructions, so that every machine gives the same bytes. */
type Encoder = Awaited<ReturnType<(typeof import('@jsquash/webp/codec/enc/webp_enc.js'))['default']>>

const loadEncoder = loadOnce(async (loadAsset: LoadAsset): Promise<Encoder> => {
  const [{ default: start }, wasmBinary] = await Promise.all([
    import('@jsquash/webp/codec/enc/webp_enc.js'),
    loadAsset('@jsquash/webp/codec/enc/webp_enc.wasm'),
  ])
  return start({ noInitialRun: true, wasmBinary: wasmBinary.slice().buffer })
})
