// What is done to all that is selected at once.
import { PencilLine, Trash2 } from 'lucide-react'
import { edgeParts, idOf, parentOf } from '../canvas/ends'
import { outermost } from '../canvas/moving'
import { disconnect } from '../../document/edit/edges'
import { removeNodes } from '../../document/edit/nodes'
import { insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { selectedEdges, selectedNodes } from '../state'
import { say } from '../strings/language'
import type { Command } from './command'
import { lockedPlaces } from './chosen'

export const remove: Command = {
  id: 'remove',
  label: 'command.remove',
  group: 'edit',
  icon: Trash2,
  keys: ['Delete', 'Backspace'],
  when(state) {
    if (state.history.present.selection.length === 0) return 'reason.selectNode'
    return lockedPlaces(state).length === 0 || 'reason.locked'
  },
  run(editor) {
    const state = editor.state()
    const nodes = outermost(selectedNodes(state))
    const edges = selectedEdges(state)
    editor.edit((diagram) => without(diagram, nodes, edges), { select: [] })
    editor.announce(say('announce.removed', { count: nodes.length || edges.length }))
  },
}

/** Edges first: those of removed nodes go with them. Nodes of a chain leave the chain whole. */
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
  for (const [place, ids] of byGraph) changed = removeNodes(changed, place, ids, { heal: true })
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
