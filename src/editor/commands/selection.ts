// What is done to all that is selected at once.
import { PencilLine, Trash2 } from 'lucide-react'
import { selectedByGraph } from '../clipboard/fragments'
import { disconnect } from '../../document/edit/edges'
import { removeNodes } from '../../document/edit/nodes'
import { endOf } from '../../document/ends'
import { insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { diagramOf, selectedEdges, selectedNodes, type EditorState } from '../state'
import { selectedAnnotations } from '../annotations/annotation'
import { beginWriting, withoutAnnotations } from '../annotations/writing'
import { say } from '../strings/language'
import type { Command } from './command'
import { lockedPlaces } from './chosen'
import { edgeIdParts } from '../../shared/edgeId'

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
    const { nodes, edges } = written(state)
    const annotations = selectedAnnotations(state)
    editor.edit((diagram) => without(withoutAnnotations(diagram, annotations), nodes, edges), { select: [] })
    const count = nodes.reduce((sum, { ids }) => sum + ids.length, edges.length + annotations.length)
    editor.announce(say('announce.removed', { count }))
  },
}

/** What is selected, as it is written in the document: once, in however many instances of a module it is seen. */
function written(state: EditorState) {
  const diagram = diagramOf(state)
  const nodes = [...selectedByGraph(state)].map(([path, ids]) => ({ graph: insideOf(diagram, path)!, ids }))
  const gone = new Map(nodes.map(({ graph, ids }) => [graph, new Set(ids)]))
  const edges = new Map<string, { readonly graph: string; readonly to: string }>()
  for (const id of selectedEdges(state)) {
    const { path, from, to } = edgeIdParts(id)
    const graph = insideOf(diagram, path)
    if (graph === undefined) continue
    // The edges of a node go with it, and the chain may close over them.
    const isGoing = [from, to].some((end) => gone.get(graph)?.has(endOf(end).node))
    if (!isGoing) edges.set(`${graph}#${to}`, { graph, to })
  }
  return { nodes, edges: [...edges.values()] }
}

type Written = ReturnType<typeof written>

/** Nodes of a chain leave the chain whole. */
function without(diagram: Diagram, nodes: Written['nodes'], edges: Written['edges']): Diagram {
  const unplugged = edges.reduce((each, { graph, to }) => disconnect(each, graph, to), diagram)
  return nodes.reduce((each, { graph, ids }) => removeNodes(each, graph, ids, { heal: true }), unplugged)
}

export const rename: Command = {
  id: 'rename',
  label: 'command.rename',
  group: 'node',
  icon: PencilLine,
  keys: ['F2', 'Enter'],
  when(state) {
    const { selection } = state.history.present
    const isOne = selectedNodes(state).length + selectedAnnotations(state).length === 1
    return isOne || selection.length === 0 || 'reason.selectOneNode'
  },
  run(editor) {
    const [annotation] = selectedAnnotations(editor.state())
    if (annotation !== undefined) beginWriting(editor, annotation)
    // Where nothing is selected, it is the title of the whole.
    else editor.setSession({ renaming: selectedNodes(editor.state())[0] ?? '' })
  },
}
