// What is selected, and what is done to all of it at once.
import { BoxSelect, PencilLine, PinOff, Trash2 } from 'lucide-react'
import { everyNode } from '../canvas/overlay'
import { edgeParts, idOf, parentOf } from '../canvas/ends'
import { moveNodes, outermost } from '../canvas/moving'
import { disconnect } from '../../document/edit/edges'
import { removeNodes } from '../../document/edit/nodes'
import { clearPin } from '../../document/edit/view'
import { insideOf, placeOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { diagramOf, selectedEdges, selectedNodes, type EditorState } from '../state'
import { say } from '../strings/language'
import type { Command } from './command'

const hasNodes = (state: EditorState) => selectedNodes(state).length > 0 || 'reason.selectNode'

export const selectAll: Command = {
  id: 'selectAll',
  label: 'command.selectAll',
  group: 'edit',
  icon: BoxSelect,
  keys: ['Mod+A'],
  run(editor) {
    const { shown } = editor.state().session
    if (shown) editor.select([...everyNode(shown.picture.graph)].map((node) => node.path))
  },
}

export const clearSelection: Command = {
  id: 'clearSelection',
  label: 'command.clearSelection',
  group: 'edit',
  keys: ['Escape'],
  when: ({ history, session }) =>
    session.spotlight !== undefined || history.present.selection.length > 0 || 'reason.selectNode',
  run(editor) {
    // First what is dimmed comes back, then the selection goes.
    if (editor.state().session.spotlight) editor.setSession({ spotlight: undefined })
    else editor.select([])
  },
}

export const remove: Command = {
  id: 'remove',
  label: 'command.remove',
  group: 'edit',
  icon: Trash2,
  keys: ['Delete', 'Backspace'],
  when: ({ history }) => history.present.selection.length > 0 || 'reason.selectNode',
  run(editor) {
    const state = editor.state()
    const nodes = outermost(selectedNodes(state))
    const edges = selectedEdges(state)
    editor.edit((diagram) => without(diagram, nodes, edges), { select: [] })
    editor.announce(say('announce.removed', { count: nodes.length || edges.length }))
  },
}

/** Edges first: those of removed nodes go with them. A single node in a chain leaves the chain whole. */
function without(diagram: Diagram, nodes: readonly string[], edges: readonly string[]): Diagram {
  let changed = diagram
  if (nodes.length === 0) {
    for (const id of edges) {
      const { graph, to } = edgeParts(id)
      const place = insideOf(changed, graph)
      if (place !== undefined) changed = disconnect(changed, place, to)
    }
  }
  const byGraph = new Map<string, string[]>()
  for (const path of nodes) {
    const place = insideOf(diagram, parentOf(path))
    if (place !== undefined) byGraph.set(place, [...(byGraph.get(place) ?? []), idOf(path)])
  }
  for (const [place, ids] of byGraph) changed = removeNodes(changed, place, ids, { heal: ids.length === 1 })
  return changed
}

export const rename: Command = {
  id: 'rename',
  label: 'command.rename',
  group: 'node',
  icon: PencilLine,
  keys: ['F2', 'Enter'],
  when: (state) => selectedNodes(state).length === 1 || 'reason.selectOneNode',
  run: (editor) => editor.setSession({ renaming: selectedNodes(editor.state())[0] }),
}

export const unpin: Command = {
  id: 'unpin',
  label: 'command.unpin',
  group: 'node',
  icon: PinOff,
  when: (state) => pinnedPlaces(state).length > 0 || 'reason.noPin',
  run(editor) {
    const places = pinnedPlaces(editor.state())
    editor.edit((diagram) => places.reduce(clearPin, diagram))
  },
}

function pinnedPlaces(state: EditorState): string[] {
  const diagram = diagramOf(state)
  const pins = diagram.view?.pins ?? {}
  return selectedNodes(state).flatMap((path) => {
    const place = placeOf(diagram, path)
    return place !== undefined && Object.hasOwn(pins, place) ? [place] : []
  })
}

const grid = 8
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

/** One pixel, or with Shift one step of the grid. Presses in a row are one undo step. */
export const nudges: readonly Command[] = Object.entries(ways).flatMap(([key, [x, y]]) =>
  [1, grid].map((by): Command => ({
    id: `nudge${key}${by}`,
    label: by === 1 ? `command.nudge${key as keyof typeof ways}` : `command.nudgeFar${key as keyof typeof ways}`,
    group: 'node',
    keys: [by === 1 ? key : `Shift+${key}`],
    when: hasNodes,
    run: (editor) => moveNodes(editor, selectedNodes(editor.state()), { x: x * by, y: y * by }, 'nudge'),
  })),
)
