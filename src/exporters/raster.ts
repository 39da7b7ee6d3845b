// A scene as pixels, by resvg from the outlined SVG: the same pixels in the browser and on the command line.
import type { Scene } from '../scene/scene'
import { ExportRefusal, type ExportRequest } from './exporter'
import { outlinedSvg } from './svg'
import { loadOnce } from '../shared/loadOnce'

export interface Raster {
  readonly width: number
  readonly height: number
  /** Red, green, blue, opacity, row by row. */
  readonly pixels: Uint8Array
  readonly png: Uint8Array
}

/** More than this a browser does not hold, and no slide shows. */
export const mostPixels = 120_000_000

export const scales = [1, 2, 4] as const

/** Pixels of the picture at a scale. */
export function pixelsAt({ width, height }: Pick<Scene, 'width' | 'height'>, scale: number): readonly [number, number] {
  return [Math.round(width * scale), Math.round(height * scale)]
}

export async function rasterise(request: ExportRequest): Promise<Raster> {
  const [{ scene }] = request.pages
  const { language, loadAsset, options, signal } = request
  const scale = options?.scale ?? 2
  const [width, height] = pixelsAt(scene, scale)
  if (width * height > mostPixels)
    throw new ExportRefusal(
      `At ${scale}× the picture is ${width} × ${height} pixels, which is too many: take a smaller scale, or SVG or PDF.`,
    )
  const svg = await outlinedSvg(scene, language, loadAsset)
  signal?.throwIfAborted()
  const { Resvg } = await loadResvg(loadAsset)
  signal?.throwIfAborted()
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } })
  const image = drawing.render()
  const { pixels } = image
  const raster = { width: image.width, height: image.height, pixels, png: image.asPng() }
  image.free()
  drawing.free()
  return raster
}

const loadResvg = loadOnce(async (loadAsset: ExportRequest['loadAsset']) => {
  const library = await import('@resvg/resvg-wasm')
  await library.initWasm(
    await WebAssembly.compile((await loadAsset('@resvg/resvg-wasm/index_bg.wasm')) as BufferSource),
  )
  return library
})
