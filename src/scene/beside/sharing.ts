// How two pictures share a screen: one beside the other or one above it, as near as what differs can be read from the last
// row. Pure.
import { grow } from '../../drawing/bounds'
import type { Box, Size } from '../../shared/geometry'
import { centred, focusBox, leastText, smallestText, viewOn, type View2D } from '../framing'
import type { DrawnSide } from './beside'
import { differingIn, type Differences } from './differences'

/** Nearer than this, a small picture is all box. */
const most = 2.4
const margin = 28
const litMargin = 12

/** Of the screen's height: what the words of a step leave to the picture, where nobody has measured it. */
export const stageShare = 0.74

export interface Shared {
  /** Of the left and of the right: as near as each other. */
  readonly cameras: readonly [View2D, View2D]
  readonly zoom: number
  /** What differs can be read. */
  readonly isLegible: boolean
}

/** `half` is the room for each; without a `screen` both are seen as wholes, however small. */
export function cameras(
  left: DrawnSide,
  right: DrawnSide,
  differences: Differences,
  half: Size,
  screen: Size | undefined,
): Shared {
  const sides = [of(left, differingIn(differences, 'left')), of(right, differingIn(differences, 'right'))] as const
  const zoomOn = (box: (side: Placed) => Box, limit: number) =>
    Math.min(...sides.map((side) => viewOn(box(side), half, limit).zoom))
  const whole = zoomOn((side) => grow(side.whole, margin), most)
  const least = Math.min(...sides.map(({ text }) => text))
  const needed = screen && least < Infinity ? (leastText * screen.height) / least : 0
  // Nearer than as wholes only as far as they have to be, and as what differs still fits.
  const near = Math.min(
    needed,
    zoomOn(({ lit, whole: all }) => (lit ? grow(lit, litMargin) : all), needed),
  )
  const zoom = Math.max(whole, near)
  const on = ({ lit, whole: all }: Placed) => centred(lit ? seen(lit, all, zoom, half) : all, all, zoom, half)
  return { cameras: [on(sides[0]), on(sides[1])], zoom, isLegible: zoom >= needed - 1e-9 }
}

/** What has room along one axis is seen whole there. */
function seen(lit: Box, whole: Box, zoom: number, half: Size): Box {
  const fits = (length: number, room: number) => length * zoom + 2 * litMargin <= room
  return {
    ...lit,
    ...(fits(whole.width, half.width) && { x: whole.x, width: whole.width }),
    ...(fits(whole.height, half.height) && { y: whole.y, height: whole.height }),
  }
}

interface Placed {
  readonly whole: Box
  /** What differs; undefined where all that does is on the other side. */
  readonly lit: Box | undefined
  /** The smallest type in it. */
  readonly text: number
}

function of({ layout, scene }: DrawnSide, differing: ReadonlySet<string>): Placed {
  return {
    whole: { x: 0, y: 0, width: layout.width, height: layout.height },
    lit: focusBox(differing, layout),
    text: smallestText(scene.primitives, differing) ?? Infinity,
  }
}

/** Whether one above the other, with the numbers at the side, is better to read than side by side with the numbers below. */
export function isBetterStacked(
  left: DrawnSide,
  right: DrawnSide,
  differences: Differences,
  stage: Size,
  screen: Size | undefined,
): boolean {
  const [beside, stacked] = roomsOn(stage).map((half) => cameras(left, right, differences, half, screen))
  if (beside!.isLegible !== stacked!.isLegible) return stacked!.isLegible
  return stacked!.zoom > beside!.zoom * 1.1
}

/** Whether what differs can be read in one arrangement or the other, and how near the better one comes. */
export function readOn(
  left: DrawnSide,
  right: DrawnSide,
  differences: Differences,
  screen: Size,
): Omit<Shared, 'cameras'> {
  const stage = { width: screen.width, height: screen.height * stageShare }
  return roomsOn(stage)
    .map((half) => cameras(left, right, differences, half, screen))
    .reduce((best, each) => (each.zoom > best.zoom ? each : best))
}

/** For each of two pictures: side by side above their numbers, and one above the other beside them. */
function roomsOn({ width, height }: Size): readonly [beside: Size, stacked: Size] {
  return [
    { width: width / 2, height: height * 0.76 },
    { width: width * 0.76, height: height * 0.46 },
  ]
}
