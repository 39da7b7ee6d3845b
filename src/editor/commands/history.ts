// Back and forward through what was done.
import { FileClock, History, Redo2, Undo2 } from 'lucide-react'
import { sayDone } from '../past/done'
import { doneBetween } from '../past/intentions'
import { showPanel } from '../panels/opening'
import type { Command } from './command'

export const undoCommand: Command = {
  id: 'undo',
  label: 'command.undo',
  group: 'edit',
  icon: Undo2,
  keys: ['Mod+Z'],
  when: ({ history }) => history.past.length > 0 || 'reason.nothingToUndo',
  detail: ({ history: { past, present }, preferences: { language } }, say) => {
    const before = past.at(-1)
    return before && say('command.undoThat', { what: sayDone(say, doneBetween(before, present), language) })
  },
  run: (editor) => editor.undo(),
}

export const redoCommand: Command = {
  id: 'redo',
  label: 'command.redo',
  group: 'edit',
  icon: Redo2,
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  when: ({ history }) => history.future.length > 0 || 'reason.nothingToRedo',
  detail: ({ history: { present, future }, preferences: { language } }, say) => {
    const [next] = future
    return next && say('command.redoThat', { what: sayDone(say, doneBetween(present, next), language) })
  },
  run: (editor) => editor.redo(),
}

export const historyCommand: Command = {
  id: 'history',
  label: 'command.history',
  group: 'edit',
  icon: History,
  keys: ['Shift+H'],
  isOn: ({ preferences }) => preferences.palette && preferences.side === 'history',
  run: (editor) => showPanel(editor, 'palette', true, { side: 'history' }),
}

export const versions: Command = {
  id: 'versions',
  label: 'command.versions',
  group: 'file',
  icon: FileClock,
  run: (editor) => editor.setSession({ dialog: 'versions' }),
}
