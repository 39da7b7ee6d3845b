// Moved nodes become pins: one undo step for a drag, however many nodes and frames it had.
import { isLocked, setPins } from '../../../document/edit/view'
import { placeOf } from '../../../document/place'
import type { Pin } from '../../../document/schema'
import type { Point } from '../../../shared/geometry'
import type { Editor } from '../../editor'
import { pinOrigin as originIn } from '../../../layout/annotations'
import { diagramOf, type EditorState, type Shown } from '../../state'
import { graphAt } from '../../../graph/walk'
import { say } from '../../strings/language'
import { parentOf } from '../../../shared/path'

export function moveNodes(editor: Editor, paths: readonly string[], by: Point, coalesce?: string) {
  const state = editor.state()
  const pins = pinsAt(state, placesAfter(editor, paths, by))
  const isMoved = Math.round(by.x) !== 0 || Math.round(by.y) !== 0
  // While the new picture is on its way, the old one shows the nodes where the hand left them.
  if (isMoved) editor.setSession({ drag: { paths: new Set(paths), by }, anchor: undefined })
  if (!isMoved || !pinned(editor, pins, coalesce === undefined ? {} : { coalesce: `${coalesce} ${paths.join()}` }))
    editor.setSession({ drag: undefined })
}

/** Where nodes are in the picture when they have been moved. */
export function placesAfter(editor: Editor, paths: readonly string[], by: Point): ReadonlyMap<string, Point> {
  const layout = editor.state().session.shown?.picture.layout
  return new Map(
    outermost(paths).flatMap((path) => {
      const box = layout?.nodes.get(path)
      return box ? [[path, { x: box.x + by.x, y: box.y + by.y }] as const] : []
    }),
  )
}

/** Each to a place of its own in the picture, as one step. */
export function moveTo(editor: Editor, places: ReadonlyMap<string, Point>) {
  pinned(editor, pinsAt(editor.state(), places), {})
}

function pinned(editor: Editor, pins: Readonly<Record<string, Pin>>, after: { coalesce?: string }): boolean {
  const diagram = diagramOf(editor.state())
  const places = Object.keys(pins)
  if (places.length > 0 && places.every((place) => isLocked(diagram, place)))
    editor.notify({ text: say('reason.locked') })
  return editor.edit((each) => setPins(each, pins), after)
}

/** The pins that hold nodes at places of the picture. */
export function pinsAt(state: EditorState, places: ReadonlyMap<string, Point>): Record<string, Pin> {
  const { shown } = state.session
  const diagram = diagramOf(state)
  const pins: Record<string, Pin> = {}
  for (const [path, { x, y }] of places) {
    const place = placeOf(diagram, path)
    if (!shown || place === undefined) continue
    const origin = pinOrigin(shown, parentOf(path))
    pins[place] = { x: Math.round(x - origin.x), y: Math.round(y - origin.y) }
  }
  return pins
}

/** The place in the picture from which the pins of a graph count. */
export function pinOrigin({ picture }: Shown, path: string): Point {
  return originIn(graphAt(picture.graph, path), picture.layout, path)
}

/** Without those that lie inside others: they go along anyway. */
export function outermost(paths: readonly string[]): string[] {
  const all = new Set(paths)
  return paths.filter((path) => {
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (all.has(at)) return false
    return true
  })
}
