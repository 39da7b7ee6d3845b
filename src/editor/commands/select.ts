// Selecting what is alike: the same block, the same state, instances of one module, all in one module.
import { BoxSelect, Boxes, Component, Flame, Group as GroupIcon, SquareDashed } from 'lucide-react'
import type { GraphNode } from '../../graph/graph'
import { everyNode } from '../../graph/walk'
import type { Editor } from '../editor'
import { selectedNodes, type EditorState } from '../state'
import { leaveAlone } from '../ways/alone'
import { say } from '../strings/language'
import type { Command } from './command'
import { hasNodes, nodeOf } from './chosen'
import { parentOf } from '../../shared/path'

function drawnNodes({ session }: EditorState): GraphNode[] {
  return session.shown ? [...everyNode(session.shown.picture.graph)] : []
}

/** Selects every node in the picture that has the same as a selected one. Undefined is nothing to have. */
function selectAlike(editor: Editor, what: (node: GraphNode) => string | undefined) {
  const state = editor.state()
  const nodes = drawnNodes(state)
  const chosen = new Set(selectedNodes(state))
  const wanted = new Set(nodes.flatMap((node) => (chosen.has(node.path) ? (what(node) ?? []) : [])))
  const alike = nodes.filter((node) => wanted.has(what(node) ?? '')).map((node) => node.path)
  editor.select(alike)
  editor.announce(say('announce.selected', { count: alike.length }))
}

export const selectAll: Command = {
  id: 'selectAll',
  label: 'command.selectAll',
  group: 'edit',
  icon: BoxSelect,
  keys: ['Mod+A'],
  run: (editor) => editor.select(drawnNodes(editor.state()).map((node) => node.path)),
}

/** For fingers, which otherwise pan on the ground; a mouse and a pen draw a box there anyway. */
export const boxSelect: Command = {
  id: 'boxSelect',
  label: 'command.boxSelect',
  group: 'edit',
  icon: SquareDashed,
  isOn: ({ session }) => session.boxing === true,
  run(editor) {
    const boxing = !editor.state().session.boxing
    editor.setSession({ boxing, tool: 'select' })
    if (boxing) editor.notify({ text: say('notice.drawBox') })
  },
}

export const selectSameBlock: Command = {
  id: 'selectSameBlock',
  label: 'command.selectSameBlock',
  group: 'edit',
  icon: Boxes,
  when: hasNodes,
  run(editor) {
    const state = editor.state()
    const kindOf = ({ path }: GraphNode) => {
      const node = nodeOf(state, path)?.node
      return node && `${node.block ?? ''}:${node.module ?? ''}`
    }
    selectAlike(editor, kindOf)
  },
}

export const selectSameState: Command = {
  id: 'selectSameState',
  label: 'command.selectSameState',
  group: 'edit',
  icon: Flame,
  when: hasNodes,
  run: (editor) => selectAlike(editor, (node) => node.state ?? 'none'),
}

export const selectInstances: Command = {
  id: 'selectInstances',
  label: 'command.selectInstances',
  group: 'edit',
  icon: Component,
  when: (state) =>
    selectedNodes(state).some((path) => nodeOf(state, path)?.node.module !== undefined) || 'reason.selectInstance',
  run(editor) {
    const state = editor.state()
    selectAlike(editor, ({ path }) => nodeOf(state, path)?.node.module)
  },
}

export const selectSiblings: Command = {
  id: 'selectSiblings',
  label: 'command.selectSiblings',
  group: 'edit',
  icon: GroupIcon,
  when: hasNodes,
  run: (editor) => selectAlike(editor, (node) => `in ${parentOf(node.path)}`),
}

export const clearSelection: Command = {
  id: 'clearSelection',
  label: 'command.clearSelection',
  group: 'edit',
  keys: ['Escape'],
  when: ({ history, session }) =>
    session.spotlight !== undefined ||
    history.present.selection.length > 0 ||
    session.alone !== undefined ||
    session.boxing === true ||
    'reason.selectNode',
  run(editor) {
    const { session, history } = editor.state()
    // First what is dimmed comes back, then the selection goes, then what surrounds a part that was alone is there again.
    if (session.boxing) editor.setSession({ boxing: false })
    else if (session.spotlight) editor.setSession({ spotlight: undefined })
    else if (history.present.selection.length > 0) editor.select([])
    else leaveAlone(editor)
  },
}
