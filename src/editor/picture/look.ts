// How the picture looks on this screen.
import type { Look } from '../../scene/draw'
import { themeOf, type EditorState } from '../state'

type Looks = Pick<EditorState, 'preferences' | 'machine' | 'session'>

/** The page is painted by the canvas, so the picture itself is transparent. */
export function screenLook(state: Looks): Look {
  const { gradients, spot } = state.session
  return {
    theme: themeOf(state),
    background: false,
    problems: true,
    gradients,
    ...(spot && { focus: new Set(spot.focus), hidden: new Set(spot.hidden) }),
  }
}

/** Equal when a picture would look the same. */
export function lookKey(state: Looks): string {
  const { gradients, spot } = state.session
  return `${themeOf(state)} ${gradients} ${spot ? JSON.stringify(spot) : ''}`
}
