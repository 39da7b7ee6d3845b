// How the picture looks on this screen.
import type { Look } from '../../scene/draw'
import { themeOf, type EditorState } from '../state'

type Looks = Pick<EditorState, 'preferences' | 'prefersDark' | 'session'>

/** The page is painted by the canvas, so the picture itself is transparent. */
export function screenLook(state: Looks): Look {
  return { theme: themeOf(state), background: false, problems: true, gradients: state.session.gradients }
}

/** Equal when a picture would look the same. */
export function lookKey(state: Looks): string {
  return `${themeOf(state)} ${state.session.gradients}`
}
