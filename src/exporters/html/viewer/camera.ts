// Which part of the picture is seen: how far it is moved, and how large it is.
import type { Point, Size } from '../../../shared/geometry'

export interface Camera extends Point {
  readonly zoom: number
}

const [least, most] = [0.05, 8]

/** All of the picture, in the middle. */
export function fitted(picture: Size, room: Size): Camera {
  const zoom = Math.min(room.width / picture.width, room.height / picture.height)
  return { zoom, x: (room.width - picture.width * zoom) / 2, y: (room.height - picture.height * zoom) / 2 }
}

export function panned({ x, y, zoom }: Camera, dx: number, dy: number): Camera {
  return { zoom, x: x + dx, y: y + dy }
}

/** What lies at a point of the room stays there. */
export function zoomed(camera: Camera, factor: number, { x, y }: Point): Camera {
  const zoom = Math.min(most, Math.max(least, camera.zoom * factor))
  const grown = zoom / camera.zoom
  return { zoom, x: x - (x - camera.x) * grown, y: y - (y - camera.y) * grown }
}

export function transformOf({ x, y, zoom }: Camera): string {
  return `translate(${x}px,${y}px) scale(${zoom})`
}
