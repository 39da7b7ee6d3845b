// Moved nodes become pins: one undo step for a drag, however many nodes and frames it had.
import { setPins } from '../../document/edit/view'
import { placeOf } from '../../document/place'
import type { Pin } from '../../document/schema'
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { parentOf } from './ends'

export function moveNodes(editor: Editor, paths: readonly string[], by: Point, coalesce?: string) {
  const state = editor.state()
  const { shown } = state.session
  const diagram = diagramOf(state)
  const pins: Record<string, Pin> = {}
  for (const path of outermost(paths)) {
    const box = shown?.picture.layout.nodes.get(path)
    const place = placeOf(diagram, path)
    if (!box || place === undefined) continue
    const origin = shown?.picture.layout.nodes.get(parentOf(path)) ?? { x: 0, y: 0 }
    pins[place] = { x: Math.round(box.x + by.x - origin.x), y: Math.round(box.y + by.y - origin.y) }
  }
  const isMoved = Math.round(by.x) !== 0 || Math.round(by.y) !== 0
  // While the new picture is on its way, the old one shows the nodes where the hand left them.
  if (isMoved) editor.setSession({ drag: { paths: new Set(paths), by }, anchor: undefined })
  if (
    !isMoved ||
    !editor.edit(
      (each) => setPins(each, pins),
      coalesce === undefined ? {} : { coalesce: `${coalesce} ${paths.join()}` },
    )
  )
    editor.setSession({ drag: undefined })
}

/** Without those that lie inside others: they go along anyway. */
export function outermost(paths: readonly string[]): string[] {
  const all = new Set(paths)
  return paths.filter((path) => {
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (all.has(at)) return false
    return true
  })
}
