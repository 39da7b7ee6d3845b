// How a scene is to look: everything that changes colours and additions, and no place.
import type { ThemeName } from './scene'

export interface Look {
  readonly theme: ThemeName
  /** False: transparent, for slides with a colour of their own. */
  readonly background: boolean
  /** Marks nodes and edges that have a problem; for the editor, not for files. */
  readonly problems: boolean
  /** Draws the way back of the gradient beside the edges; off when absent. */
  readonly gradients?: boolean
}

export const plainLook: Look = { theme: 'light', background: true, problems: false }
