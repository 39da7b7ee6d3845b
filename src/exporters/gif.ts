// GIF of the data on its way through the picture, or of the steps one after the other. A frame of the flow holds only what changes.
import { round } from '../drawing/numbers'
import { tokenAt, tokensAt, type Travel } from '../scene/travel'
import { ExportRefusal, type Exporter, type ExportRequest, type Page } from './exporter'
import { paintDisc } from './gif/disc'
import { colourOf, indexed, nearestIn, padded, paletteOf, same, type Colour } from './gif/palette'
import { commonSize, flowOf, rest, stay } from './motion'
import { rasterise, type Raster } from './raster'

/** Seconds; browsers slow down what is faster than a fiftieth. */
const frame = 0.08
const mostFrames = 240
const mostPixels = 8_000_000

type Gif = typeof import('gifenc')

export const gif: Exporter = {
  extension: 'gif',
  label: 'GIF',
  mime: 'image/gif',
  holdsPages: true,
  needsGraph: true,
  loses: ['text', 'vectors', 'colours', 'transparency', 'document'],
  async export(request) {
    const library = await loadLibrary()
    return request.pages.length > 1 ? steps(request, library) : flow(request, library)
  },
}

/** Node finds it as one object, a bundler as its parts. */
async function loadLibrary(): Promise<Gif> {
  const found = await import('gifenc')
  return 'quantize' in found ? found : (found as { readonly default: Gif }).default
}

async function flow(request: ExportRequest, library: Gif): Promise<Uint8Array> {
  const [page] = request.pages
  const still = await drawn(request, page)
  const travel = flowOf(page)
  const { width, height } = still
  const palette = paletteOf(library, still, travel && page.drawn ? tokenColours(page, travel) : [])
  const nearest = nearestIn(palette)
  const ground = indexed(still, nearest)
  const encoder = library.GIFEncoder()
  const common = { transparent: true, transparentIndex: same, dispose: 1 }
  encoder.writeFrame(ground, width, height, { palette: padded(palette), delay: travel ? rest * 1000 : 0 })
  if (!travel || !page.drawn) return finished(encoder)
  const step = Math.max(frame, travel.duration / mostFrames)
  const count = Math.ceil(travel.duration / step)
  let before: readonly number[] = []
  for (let i = 1; i <= count; i++) {
    request.signal?.throwIfAborted()
    const changed = new Uint8Array(width * height).fill(same)
    for (const at of before) changed[at] = ground[at]!
    before = []
    const now: number[] = []
    if (i < count)
      for (const token of tokensAt(travel, i * step, page.scene.origin ?? { x: 0, y: 0 }, page.drawn.look))
        if (token.kind === 'rect')
          paintDisc(token, still, (at, key) => {
            changed[at] = nearest(key)
            now.push(at)
          })
    before = now
    encoder.writeFrame(changed, width, height, { ...common, delay: round(step * 1000) })
    request.onProgress?.(i / count)
    // A browser draws its bar meanwhile.
    if (i % 8 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return finished(encoder)
}

async function steps(request: ExportRequest, library: Gif): Promise<Uint8Array> {
  const size = commonSize(request.pages)
  const encoder = library.GIFEncoder()
  for (const [i, page] of request.pages.entries()) {
    request.signal?.throwIfAborted()
    const still = centred(await drawn(request, page), size.width, size.height)
    const palette = paletteOf(library, still, [])
    encoder.writeFrame(indexed(still, nearestIn(palette)), still.width, still.height, {
      palette: padded(palette),
      delay: stay * 1000,
    })
    request.onProgress?.((i + 1) / request.pages.length)
  }
  return finished(encoder)
}

function finished(encoder: ReturnType<Gif['GIFEncoder']>): Uint8Array {
  encoder.finish()
  return encoder.bytes()
}

/** On white where the picture has no page of its own: a GIF knows no half-transparent pixels. */
async function drawn(request: ExportRequest, page: Page): Promise<Raster> {
  const { width, height, background = '#ffffff' } = page.scene
  if (width * height > mostPixels)
    throw new ExportRefusal(
      `The picture has ${width} × ${height} pixels, which is too many for a GIF: fold some of it.`,
    )
  const scene = { ...page.scene, background }
  return rasterise({ ...request, pages: [{ ...page, scene }], options: { scale: 1 } })
}

function centred(raster: Raster, width: number, height: number): Pick<Raster, 'width' | 'height' | 'pixels'> {
  if (raster.width === width && raster.height === height) return raster
  const pixels = new Uint8Array(width * height * 4)
  for (let at = 0; at < pixels.length; at += 4) pixels.set(raster.pixels.subarray(0, 4), at)
  const [left, top] = [Math.floor((width - raster.width) / 2), Math.floor((height - raster.height) / 2)]
  for (let y = 0; y < raster.height; y++) {
    const row = raster.pixels.subarray(4 * y * raster.width, 4 * (y + 1) * raster.width)
    pixels.set(row, 4 * ((top + y) * width + left))
  }
  return { width, height, pixels }
}

/** The tokens' own, which move and are looked at. */
function tokenColours({ drawn }: Page, { trips }: Travel): Colour[] {
  const fills = trips.map((trip) => tokenAt(trip, { x: 0, y: 0 }, drawn!.look).fill)
  return [...new Set(fills)].map(colourOf)
}
