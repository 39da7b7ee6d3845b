// Where a figure goes, and how large its words are there.
import { textsIn } from '../drawing/texts'
import type { Primitive } from '../drawing/primitives'
import type { Size } from '../shared/geometry'

export const targetNames = ['slide', 'column', 'page', 'poster', 'web'] as const
export type TargetName = (typeof targetNames)[number]

/** Lengths in inches. */
export interface Target {
  /** What a person sees as a whole: a slide, a sheet of paper. */
  readonly sheet: Size
  /** The most that a figure may take of it. */
  readonly room: Size
  /** Words smaller than this, in points, cannot be read there: from the last row, at arm's length, two steps away. */
  readonly least: number
  /** A small figure is drawn larger, to fill the room. */
  readonly grows: boolean
}

export const targets: Readonly<Record<TargetName, Target>> = {
  slide: { sheet: { width: 40 / 3, height: 7.5 }, room: { width: 40 / 3, height: 7.5 }, least: 12, grows: true },
  // A4 with two columns of 85 mm: figures of one or of both.
  column: { sheet: { width: 8.27, height: 11.69 }, room: { width: 3.35, height: 9 }, least: 6, grows: false },
  page: { sheet: { width: 8.27, height: 11.69 }, room: { width: 7, height: 9 }, least: 6, grows: false },
  // A0 upright.
  poster: { sheet: { width: 33.11, height: 46.81 }, room: { width: 30.3, height: 24 }, least: 18, grows: true },
  // The column of a page on the web: 1200 pixels.
  web: { sheet: { width: 12.5, height: 7.5 }, room: { width: 12.5, height: 40 }, least: 9, grows: false },
}

/** Points of a pixel, as large as the figure is meant to be. */
const natural = 0.75

/** Points of one pixel of a figure that takes all the room it gets. */
export function scaleOn({ room, grows }: Target, { width, height }: Size): number {
  const scale = Math.min((room.width * 72) / width, (room.height * 72) / height)
  return grows ? scale : Math.min(scale, natural)
}

/** The smallest words of a figure, in its pixels; undefined when it has none. */
export function smallestText(primitives: readonly Primitive[]): number | undefined {
  const sizes = textsIn(primitives).map(({ size }) => size)
  return sizes.length ? Math.min(...sizes) : undefined
}

/** Points of the smallest words of a figure on a target. */
export function leastPoints(target: Target, scene: Size & { readonly primitives: readonly Primitive[] }) {
  const size = smallestText(scene.primitives)
  return size === undefined ? undefined : size * scaleOn(target, scene)
}
