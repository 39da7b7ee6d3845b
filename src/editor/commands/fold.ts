// Folding: what stands open belongs to the document's view, so that it can be undone.
import { ChevronsDownUp, ChevronsUpDown, SquareMinus } from 'lucide-react'
import { fold, isContainer, unfold, unfoldTo } from '../../document/edit/view'
import type { Editor } from '../editor'
import { aloneIn, diagramOf, selectedNodes } from '../state'
import { leaveAlone } from '../ways/alone'
import { say } from '../strings/language'
import type { Command } from './command'

/** Opens what is closed among the nodes; closes them when all are open. The first one keeps its place on the screen. */
export function toggleFold(editor: Editor, paths: readonly string[]) {
  const diagram = diagramOf(editor.state())
  const foldable = paths.filter((path) => isContainer(diagram, path))
  if (foldable.length === 0) return
  // What is alone stands open; to close it is to leave it.
  const alone = aloneIn(editor.state())
  if (alone !== undefined && foldable.includes(alone)) return leaveAlone(editor)
  const open = new Set(diagram.view?.unfolded ?? [])
  const isOpening = foldable.some((path) => !open.has(path))
  if (!editor.camera?.isFitted()) editor.setSession({ anchor: foldable[0] })
  editor.edit((each) => (isOpening ? unfold(each, foldable) : fold(each, foldable)), { refit: true })
  editor.announce(say(isOpening ? 'announce.unfolded' : 'announce.folded', { path: foldable.join(', ') }))
}

export const toggleFoldCommand: Command = {
  id: 'toggleFold',
  label: 'command.toggleFold',
  group: 'node',
  icon: SquareMinus,
  keys: ['.', 'U'],
  when: (state) => selectedNodes(state).some((path) => isContainer(diagramOf(state), path)) || 'reason.selectContainer',
  run: (editor) => toggleFold(editor, selectedNodes(editor.state())),
}

export const foldAllCommand: Command = {
  id: 'foldAll',
  label: 'command.foldAll',
  group: 'view',
  icon: ChevronsDownUp,
  keys: ['Shift+U'],
  when: (state) => (diagramOf(state).view?.unfolded?.length ?? 0) > 0 || 'reason.allFolded',
  run: (editor) => void editor.edit((diagram) => unfoldTo(diagram, 0), { refit: true }),
}

/** So many levels stand open, and what lies deeper is folded. */
export const depthCommands = ([1, 2] as const).map((depth): Command => ({
  id: `foldTo${depth}`,
  label: `command.foldTo${depth}`,
  group: 'view',
  when: (state) => {
    const diagram = diagramOf(state)
    return unfoldTo(diagram, depth) !== diagram || 'reason.atThatDepth'
  },
  run: (editor) => void editor.edit((diagram) => unfoldTo(diagram, depth), { refit: true }),
}))

export const unfoldAllCommand: Command = {
  id: 'unfoldAll',
  label: 'command.unfoldAll',
  group: 'view',
  icon: ChevronsUpDown,
  keys: ['Alt+U'],
  when: (state) => {
    const diagram = diagramOf(state)
    return unfoldTo(diagram, Infinity) !== diagram || 'reason.allUnfolded'
  },
  run: (editor) => void editor.edit((diagram) => unfoldTo(diagram, Infinity), { refit: true }),
}
