// A token over a picture, pixel by pixel: a filled circle with its rim, smoothed at its edges.
import type { RectPrimitive } from '../../drawing/primitives'
import type { Raster } from '../raster'
import { colourOf, keyAt } from './palette'

/** `put` is told of each pixel, by its number and its colour. */
export function paintDisc(disc: RectPrimitive, still: Raster, put: (at: number, key: number) => void) {
  const radius = disc.width / 2
  const [cx, cy] = [disc.x + radius, disc.y + radius]
  const half = (disc.strokeWidth ?? 0) / 2
  const [fill, stroke] = [colourOf(disc.fill), colourOf(disc.stroke)]
  const reach = radius + half + 1
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(still.height - 1, Math.ceil(cy + reach)); y++)
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(still.width - 1, Math.ceil(cx + reach)); x++) {
      const away = Math.hypot(x + 0.5 - cx, y + 0.5 - cy)
      const cover = (edge: number) => Math.min(1, Math.max(0, edge - away + 0.5))
      const [outer, inner] = [cover(radius + half), cover(radius - half)]
      if (outer === 0) continue
      const at = y * still.width + x
      const ground = still.pixels.subarray(4 * at, 4 * at + 3)
      const mixed = fill.map((value, i) => value * inner + stroke[i]! * (outer - inner) + ground[i]! * (1 - outer))
      put(at, keyAt(Uint8Array.from(mixed, Math.round), 0))
    }
}
