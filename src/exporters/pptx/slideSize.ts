// From page pixels to English Metric Units of a 16:9 slide: the picture as large as it fits, in the middle.
import type { Point, Size } from '../../shared/geometry'

/** 13.333 × 7.5 inches. */
export const slideWidth = 12192000
export const slideHeight = 6858000

const emuPerPixel = 9525
/** A small picture is not blown up until it looks coarse. */
const mostScale = 1.5

/** How a picture lies on a slide. */
export interface Fit {
  /** Of a length. */
  length(pixels: number): number
  /** Of a place. */
  place(point: Point): Point
  /** Font sizes and line spacing are hundredths of a point; less than one point is not allowed. */
  points(pixels: number): number
}

export function fitToSlide({ width, height }: Size): Fit {
  const scale = Math.min(slideWidth / (width * emuPerPixel), slideHeight / (height * emuPerPixel), mostScale)
  const unit = emuPerPixel * scale
  const left = (slideWidth - width * unit) / 2
  const top = (slideHeight - height * unit) / 2
  return {
    length: (pixels) => Math.round(pixels * unit),
    place: ({ x, y }) => ({ x: Math.round(left + x * unit), y: Math.round(top + y * unit) }),
    points: (pixels) => (pixels > 0 ? Math.max(100, Math.round(pixels * 0.75 * scale * 100)) : 0),
  }
}
