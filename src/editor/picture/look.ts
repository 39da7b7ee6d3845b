// How the picture looks on this screen.
import type { Look } from '../../scene/look'
import { themeOf, type EditorState, type Spot } from '../state'

type Looks = Pick<EditorState, 'preferences' | 'machine' | 'session'>

let last: { readonly spot: Spot | undefined; readonly look: Look } | undefined

/** The page is painted by the canvas, so the picture itself is transparent. The same object as long as nothing changes. */
export function screenLook(state: Looks): Look {
  const { gradients, spot } = state.session
  const theme = themeOf(state)
  if (last?.spot !== spot || last?.look.theme !== theme || last.look.gradients !== gradients) {
    const focus = spot && { focus: new Set(spot.focus), hidden: new Set(spot.hidden) }
    last = { spot, look: { theme, background: false, problems: true, gradients, ...focus } }
  }
  return last.look
}

/** Equal when a picture would look the same. */
export function lookKey(state: Looks): string {
  const { gradients, spot } = state.session
  return `${themeOf(state)} ${gradients} ${spot ? JSON.stringify(spot) : ''}`
}
