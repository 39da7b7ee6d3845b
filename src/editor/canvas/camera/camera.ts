// Where the canvas looks: what commands may ask of it. The canvas implements it with React Flow's viewport.
import type { View2D } from '../../../scene/framing'
import type { Box, Point } from '../../../shared/geometry'

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
