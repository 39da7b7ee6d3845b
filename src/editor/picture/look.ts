// How the picture looks on this screen.
import type { Look } from '../../scene/draw'
import { themeOf, type EditorState } from '../state'

/** The page is painted by the canvas, so the picture itself is transparent. */
export function screenLook(state: Pick<EditorState, 'preferences' | 'prefersDark'>): Look {
  return { theme: themeOf(state), background: false, problems: true }
}
