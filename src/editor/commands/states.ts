// Frozen, trainable, or whatever the surroundings say: for all selected nodes, in the phase that is shown.
import { CircleDashed, Flame, Snowflake } from 'lucide-react'
import { setState } from '../../document/edit/states'
import { phaseOf } from '../../semantics/setting'
import type { Editor } from '../editor'
import { currentView, diagramOf, selectedNodes } from '../state'
import type { Command } from './command'

export type WantedState = 'frozen' | 'trainable' | 'absent' | undefined

export function setStates(editor: Editor, paths: readonly string[], wanted: WantedState) {
  const state = editor.state()
  const phase = phaseOf(diagramOf(state), currentView(state))?.id
  editor.edit((diagram) => setState(diagram, paths, wanted, { phase, inside: true }))
}

function stateCommand(
  id: string,
  label: Command['label'],
  icon: Command['icon'],
  wanted: WantedState,
  keys?: readonly string[],
): Command {
  return {
    id,
    label,
    icon,
    keys,
    group: 'node',
    when: (state) => selectedNodes(state).length > 0 || 'reason.selectNode',
    run: (editor) => setStates(editor, selectedNodes(editor.state()), wanted),
  }
}

export const freeze = stateCommand('freeze', 'command.freeze', Snowflake, 'frozen', ['I'])
export const train = stateCommand('train', 'command.train', Flame, 'trainable', ['O'])
export const inherit = stateCommand('inherit', 'command.inherit', CircleDashed, undefined)
