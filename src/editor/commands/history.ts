// Back and forward through what was done.
import { Redo2, Undo2 } from 'lucide-react'
import type { Command } from './command'

export const undoCommand: Command = {
  id: 'undo',
  label: 'command.undo',
  group: 'edit',
  icon: Undo2,
  keys: ['Mod+Z'],
  when: ({ history }) => history.past.length > 0 || 'reason.nothingToUndo',
  run: (editor) => editor.undo(),
}

export const redoCommand: Command = {
  id: 'redo',
  label: 'command.redo',
  group: 'edit',
  icon: Redo2,
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  when: ({ history }) => history.future.length > 0 || 'reason.nothingToRedo',
  run: (editor) => editor.redo(),
}
