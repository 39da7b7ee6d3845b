// The panels beside the canvas come and go. Where there is no room for both, one gives way to the other.
import type { Editor } from '../editor'
import type { Preferences } from '../preferences'
import { roomOf, type EditorState } from '../state'

export type Panel = 'palette' | 'inspector'

export function showPanel(editor: Editor, panel: Panel, isShown: boolean, change: Partial<Preferences> = {}) {
  const other = panel === 'palette' ? 'inspector' : 'palette'
  const givesWay = isShown && isTight(editor.state())
  editor.setPreferences({ ...change, [panel]: isShown, ...(givesWay && { [other]: false }) })
}

/** The panels lie over the canvas, one at a time. */
export function isTight(state: Pick<EditorState, 'preferences' | 'machine'>): boolean {
  const room = roomOf(state)
  return room === 'narrow' || room === 'middle'
}

/** Both may have been open when there was more room. */
export function isPanelShown(state: EditorState, panel: Panel): boolean {
  const { palette, inspector } = state.preferences
  return panel === 'inspector' ? inspector : palette && !(inspector && isTight(state))
}
