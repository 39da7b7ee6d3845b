// How large everything around the diagram is.
import { ZoomIn, ZoomOut } from 'lucide-react'
import type { Editor } from '../editor'
import { scales } from '../preferences'
import type { EditorState } from '../state'
import { say } from '../strings/language'
import type { Command } from './command'

function toScale(editor: Editor, scale: (typeof scales)[number]) {
  editor.setPreferences({ scale })
  editor.announce(say('announce.scale', { percent: Math.round(scale * 100) }))
}

/** The next size up or down; undefined at the ends. */
function beside({ preferences }: EditorState, step: 1 | -1) {
  return scales[scales.findIndex((scale) => scale === preferences.scale) + step]
}

function stepping(id: string, step: 1 | -1, keys: string[], reason: 'reason.largest' | 'reason.smallest'): Command {
  return {
    id,
    label: step > 0 ? 'command.scaleUp' : 'command.scaleDown',
    group: 'view',
    icon: step > 0 ? ZoomIn : ZoomOut,
    keys,
    when: (state) => beside(state, step) !== undefined || reason,
    run(editor) {
      const scale = beside(editor.state(), step)
      if (scale !== undefined) toScale(editor, scale)
    },
  }
}

export const scaleUp = stepping('scaleUp', 1, ['Mod+Alt+=', 'Mod+Alt++'], 'reason.largest')
export const scaleDown = stepping('scaleDown', -1, ['Mod+Alt+-'], 'reason.smallest')

export const scaleCommands = scales.map((scale): Command => ({
  id: `scale-${Math.round(scale * 100)}`,
  label: `scale.${Math.round(scale * 100)}` as Command['label'],
  group: 'view',
  isOn: ({ preferences }) => preferences.scale === scale,
  run: (editor) => toScale(editor, scale),
}))
