// The places that somebody has looked at, as in the history of a browser. A place is remembered by the node in its middle,
// because folding and tidying move everything else.
import { nodeAtPoint } from '../canvas/areas/hit'
import type { Editor } from '../editor'
import type { Shown } from '../state'
import type { Point } from '../../shared/geometry'

export interface Place {
  readonly selection: readonly string[]
  /** The node nearest to the middle of the view. */
  readonly node: string
  /** From the corner of that node to the middle of the view. */
  readonly offset: Point
  readonly zoom: number
}

export interface Places {
  /** Oldest first. */
  readonly back: readonly Place[]
  /** Nearest first. */
  readonly forward: readonly Place[]
}

export const nowhere: Places = { back: [], forward: [] }

const most = 100

/** Where the camera is; undefined without a picture. */
export function placeNow(editor: Editor): Place | undefined {
  const { shown } = editor.state().session
  const { camera } = editor
  if (!shown || !camera) return undefined
  const { x, y, width, height } = camera.frame()
  const middle = { x: x + width / 2, y: y + height / 2 }
  const node = nodeNear(shown, middle)
  const box = node === undefined ? undefined : shown.picture.layout.nodes.get(node)
  if (node === undefined || !box) return undefined
  return {
    selection: editor.state().history.present.selection,
    node,
    offset: { x: middle.x - box.x, y: middle.y - box.y },
    zoom: camera.view().zoom,
  }
}

function nodeNear({ picture: { graph, layout } }: Shown, { x, y }: Point): string | undefined {
  const under = nodeAtPoint(graph, layout, { x, y })
  if (under !== undefined) return under
  let best: string | undefined
  let least = Infinity
  for (const [path, box] of layout.nodes) {
    const away = Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2)
    if (away < least) [best, least] = [path, away]
  }
  return best
}

/** To be called before a jump: the place that is left can be gone back to. */
export function leavePlace(editor: Editor) {
  const place = placeNow(editor)
  if (!place) return
  const { back } = editor.state().session.places
  const last = back.at(-1)
  const kept = last && isSame(last, place) ? back.slice(0, -1) : back
  editor.setSession({ places: { back: [...kept, place].slice(-most), forward: [] } })
}

/** The places after a step, and where it leads; undefined where there is nothing. */
export function stepped(
  { back, forward }: Places,
  way: 'back' | 'forward',
  now: Place | undefined,
): { readonly places: Places; readonly to: Place } | undefined {
  const here = now ? [now] : []
  const to = way === 'back' ? back.at(-1) : forward[0]
  if (!to) return undefined
  return way === 'back'
    ? { to, places: { back: back.slice(0, -1), forward: [...here, ...forward] } }
    : { to, places: { back: [...back, ...here], forward: forward.slice(1) } }
}

function isSame(a: Place, b: Place): boolean {
  const isNear = Math.hypot(a.offset.x - b.offset.x, a.offset.y - b.offset.y) * b.zoom < 24
  return a.node === b.node && isNear && Math.abs(a.zoom / b.zoom - 1) < 0.05
}
