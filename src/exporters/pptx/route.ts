// An orthogonal route as one of PowerPoint's bent connectors: up to five pieces of line, with their bends as adjustments.
// A straight line is one of three pieces, too, so that it bends and does not slant when one of its ends is moved.
import { straightened } from '../../drawing/polyline'
import type { Point } from '../../shared/geometry'
import type { Extent } from './canvas'

export interface BentRoute {
  readonly preset: 'bentConnector2' | 'bentConnector3' | 'bentConnector4' | 'bentConnector5'
  /** In hundred-thousandths of width and height. */
  readonly adjustments: readonly number[]
  /** Before it is turned. */
  readonly extent: Extent
  readonly turned: boolean
  readonly flipH: boolean
  readonly flipV: boolean
}

/** Adjustments are shares of width or height, which therefore must not be nothing. */
const leastExtent = 1000
const mostPieces = 5

/** Undefined where no preset has so many bends; `points` in EMU. */
export function bentRoute(points: readonly Point[]): BentRoute | undefined {
  const corners = straightened(points)
  const [from, to] = [corners[0]!, corners.at(-1)!]
  const pieces = corners.length - 1
  if (pieces < 1 || pieces > mostPieces) return undefined
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const turned = corners[1]!.x === from.x
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  // Turned by a quarter clockwise: the shape's right is the page's down, its down is the page's left.
  const [along, across] = turned ? [dy, -dx] : [dx, dy]
  const flipH = along < 0
  const flipV = across < 0
  const least = pieces > 2 ? leastExtent : 0
  const [width, height] = [Math.max(Math.abs(along), least), Math.max(Math.abs(across), least)]
  const local = (p: Point) => {
    const [x, y] = turned ? [p.y - from.y, from.x - p.x] : [p.x - from.x, p.y - from.y]
    return { x: flipH ? -x : x, y: flipV ? -y : y }
  }
  const bends = corners.slice(1, -2).map(local)
  // Bends take turns: the first says how far along, the second how far across, the third how far along.
  const straight = pieces === 1
  const adjustments = straight
    ? [50000]
    : bends.map((p, i) => Math.round((i % 2 ? p.y / height : p.x / width) * 100000))
  return {
    preset: straight ? 'bentConnector3' : (`bentConnector${pieces}` as BentRoute['preset']),
    adjustments,
    extent: { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2), width, height },
    turned,
    flipH,
    flipV,
  }
}
