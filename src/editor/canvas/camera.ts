// Where the canvas looks: what commands may ask of it. The canvas implements it with React Flow's viewport.
import type { Box, Point } from '../../shared/geometry'

export interface View2D {
  /** Of the origin of the picture, in pixels of the canvas. */
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Camera {
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Brings a box of the picture into view. */
  show(box: Box, options?: { readonly animate?: boolean; readonly most?: number }): void
  /** Brings all of it into view, and keeps it there while only the window changes. */
  showAll(options?: { readonly animate?: boolean }): void
  /** Whether it has been in view since, untouched by a hand. */
  isFitted(): boolean
  /** A hand is on the camera, and has brought it here. */
  movedTo(view: View2D): void
  /** The place in the picture under a place of the page. */
  toPicture(client: Point): Point
  /** The place of the page over a place in the picture. */
  toPage(at: Point): Point
  moveBy(by: Point): void
  view(): View2D
  /** What of the picture is in view. */
  frame(): Box
  /** Brings a place of the picture to the middle. */
  lookAt(place: Point, zoom?: number): void
  subscribe(call: () => void): () => void
}

export const zoomLimits = { least: 0.05, most: 4 } as const

/** The view in which the box fills the canvas, but for a margin. */
export function viewOn(box: Box, canvas: { width: number; height: number }, most = 1.6, margin = 4): View2D {
  const zoom = Math.max(
    zoomLimits.least,
    Math.min(
      most,
      (canvas.width - 2 * margin) / Math.max(1, box.width),
      (canvas.height - 2 * margin) / Math.max(1, box.height),
    ),
  )
  return {
    x: canvas.width / 2 - (box.x + box.width / 2) * zoom,
    y: canvas.height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  }
}
