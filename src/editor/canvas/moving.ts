// Moved nodes become pins: one undo step for a drag, however many nodes and frames it had.
import { setPins } from '../../document/edit/view'
import { placeOf } from '../../document/place'
import type { Pin } from '../../document/schema'
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'
import { contentOrigin } from '../../layout/pins'
import { diagramOf, type Shown } from '../state'
import type { Graph } from '../../graph/graph'
import { parentOf } from './ends'
import { everyNode } from './overlay'

export function moveNodes(editor: Editor, paths: readonly string[], by: Point, coalesce?: string) {
  const state = editor.state()
  const { shown } = state.session
  const diagram = diagramOf(state)
  const pins: Record<string, Pin> = {}
  for (const path of outermost(paths)) {
    const box = shown?.picture.layout.nodes.get(path)
    const place = placeOf(diagram, path)
    if (!box || place === undefined) continue
    const origin = pinOrigin(shown!, parentOf(path))
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

/** The place in the picture from which the pins of a graph count. */
export function pinOrigin({ picture }: Shown, path: string): Point {
  const graph = graphOf(picture.graph, path)
  const corner = picture.layout.nodes.get(path) ?? { x: 0, y: 0 }
  const inset = graph ? contentOrigin(graph, path === '') : { x: 0, y: 0 }
  const shift = picture.layout.shifts?.get(path) ?? { x: 0, y: 0 }
  return { x: corner.x + inset.x + shift.x, y: corner.y + inset.y + shift.y }
}

function graphOf(root: Graph, path: string): Graph | undefined {
  if (path === '') return root
  for (const node of everyNode(root)) if (node.path === path) return node.inside
  return undefined
}

/** Without those that lie inside others: they go along anyway. */
export function outermost(paths: readonly string[]): string[] {
  const all = new Set(paths)
  return paths.filter((path) => {
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (all.has(at)) return false
    return true
  })
}
