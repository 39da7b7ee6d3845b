// Two pictures that stand side by side on a screen: folded, and at last arranged anew, as far as what differs can be read there.
import type { Beside, Diagram } from './document/schema'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import { render } from './render'
import { toldOf, type DrawnSide } from './scene/beside/beside'
import { readOn, stageShare } from './scene/beside/sharing'
import type { Size } from './shared/geometry'
import { idsOf } from './shared/path'
import { renderBeside } from './talk'

export type Pair = readonly [left: DrawnSide, right: DrawnSide]

/**
 * A picture, and what stands beside it; undefined where the document does not have that. On a `screen`, both are changed until
 * what differs can be read from the last row; where nothing is enough, they are what comes nearest. Rejects when they cannot be laid out.
 */
export async function renderPair(
  diagram: Diagram,
  asked: Beside,
  left: DrawnSide,
  layOut: LayOut,
  screen?: Size,
): Promise<Pair | undefined> {
  const right = await renderBeside(diagram, asked, left.view, left.look, layOut)
  if (!right || !screen) return right && [left, right]
  const first: Pair = [left, right]
  const read = (pair: Pair) => ({ pair, ...readOn(...pair, toldOf(...pair), screen) })
  let best = read(first)
  for (const { change, unfolded } of changes(first, screen)) {
    if (best.isLegible) break
    const view = { ...left.view, ...change, unfolded: unfolded[0] }
    const [here, there] = [
      await render(diagram, view, left.look, layOut),
      await renderBeside(diagram, asked, view, left.look, layOut, { ...change, unfolded: unfolded[1] }),
    ]
    const next = read([{ ...here, view, look: left.look }, there!])
    if (next.zoom > best.zoom) best = next
  }
  return best.pair
}

interface Change {
  readonly change: Partial<View>
  /** Of the left and the right. */
  readonly unfolded: readonly [ReadonlySet<string>, ReadonlySet<string>]
}

/** Folded level by level, as one knows them; then for the room of a half; then without the numbers, which stand below anyway. */
function changes([{ view: left }, { view: right }]: Pair, { width, height }: Size): readonly Change[] {
  const levels = Math.max(0, ...[...left.unfolded, ...right.unfolded].map((path) => idsOf(path).length))
  const to = (level: number, change: Partial<View>): Change => ({
    change,
    unfolded: [upTo(level, left.unfolded), upTo(level, right.unfolded)],
  })
  const quiet = { shapes: 'off' } as const
  const folded = Array.from({ length: levels + 1 }, (_, i) => levels - i)
  const beside = { ...quiet, aspect: width / 2 / (height * stageShare) }
  const stacked = { ...quiet, aspect: width / ((height * stageShare) / 2) }
  const rooms = [beside, { ...beside, direction: 'down' }, stacked] as const
  return [
    ...folded.flatMap((level) => [...(level < levels ? [to(level, {})] : []), to(level, quiet)]),
    ...rooms.map((room) => to(0, room)),
    ...rooms.map((room) => to(0, { ...room, badges: false })),
  ]
}

function upTo(level: number, paths: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...paths].filter((path) => idsOf(path).length <= level))
}
