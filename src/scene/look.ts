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
  /** Paths; all else is dimmed. Absent or empty: nothing is. */
  readonly focus?: ReadonlySet<string>
  /** Paths of what is not revealed yet: its place stays empty. */
  readonly hidden?: ReadonlySet<string>
  readonly quiz?: Quiz
  /** For rooms: text that is not dimmed has a contrast of at least 7 to 1. */
  readonly strong?: boolean
}

/** Labels, states or shapes are left out, except of what is revealed: paths of nodes, ids of edges. */
export interface Quiz {
  readonly asks: ReadonlySet<'labels' | 'states' | 'shapes'>
  readonly revealed: ReadonlySet<string>
}

export const plainLook: Look = { theme: 'light', background: true, problems: false }
