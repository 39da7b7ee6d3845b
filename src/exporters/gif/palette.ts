// The 255 colours of a GIF: exactly those that most of a picture has, and for smoothed edges what is nearest to them. A colour
// is an array of red, green and blue, or one number of them.
import type { Raster } from '../raster'

/** The last place in the table stands for what stays as it was. */
export const same = 255
const mostExact = 200

export type Colour = number[]
type Gif = typeof import('gifenc')

/** Exactly what most of the picture has, and for the smoothed edges what is nearest to them. */
export function paletteOf({ quantize }: Gif, { pixels }: Pick<Raster, 'pixels'>, own: readonly Colour[]): Colour[] {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const key = keyAt(pixels, at)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const common = [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, mostExact)
    .map(([key]) => [key >> 16, (key >> 8) & 255, key & 255])
  const exact = [...own, ...common]
  return [...exact, ...quantize(pixels, same - exact.length, { format: 'rgb565' })]
}

export function keyAt(pixels: Uint8Array, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!
}

export function indexed({ pixels }: Pick<Raster, 'pixels'>, nearest: (key: number) => number): Uint8Array {
  const indexes = new Uint8Array(pixels.length / 4)
  let [last, index] = [-1, 0]
  for (let i = 0; i < indexes.length; i++) {
    const key = keyAt(pixels, 4 * i)
    if (key !== last) [last, index] = [key, nearest(key)]
    indexes[i] = index
  }
  return indexes
}

/** As long as the table of a GIF, so that the last colour is free. */
export function padded(palette: readonly Colour[]): number[][] {
  return Array.from({ length: 256 }, (_, i) => [...(palette[i] ?? [0, 0, 0])])
}

export function colourOf(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** The place in the palette of what is nearest to a colour. Each is looked for once. */
export function nearestIn(palette: readonly Colour[]): (key: number) => number {
  const known = new Map<number, number>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    let [best, least] = [0, Infinity]
    for (const [i, [r = 0, g = 0, b = 0]] of palette.entries()) {
      const far = (r - (key >> 16)) ** 2 + (g - ((key >> 8) & 255)) ** 2 + (b - (key & 255)) ** 2
      if (far < least) [best, least] = [i, far]
    }
    known.set(key, best)
    return best
  }
}
