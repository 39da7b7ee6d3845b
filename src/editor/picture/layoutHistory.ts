// What each layout begins with: the picture that is shown, unless another document was opened or a person wants everything
// afresh. Undo brings back the very diagram, and with it the very layout.
import { beforeOf, type Layout, type LayOut } from '../../layout/layout'
import type { Diagram } from '../../document/schema'
import type { View } from '../../graph/view'
import type { Picture } from '../../render'
import { diagramOf, type EditorState } from '../state'

export function createLayoutHistory(layOut: LayOut) {
  const known = new WeakMap<Diagram, Map<string, Layout>>()
  /** Which opening of a document a layout was last made for, and whether it continues another. */
  const openings = new WeakMap<Layout, { readonly fits: number; readonly isFirst: boolean }>()

  /** The last picture of each part that was shown alone, and of the whole, of the document that is open. */
  let last: { fits: number; readonly pictures: Map<string, Picture> } = { fits: -1, pictures: new Map() }

  /** The picture that the next one goes on from. */
  function shownBefore({ session: { shown, fits } }: EditorState, view: View): Picture | undefined {
    if (last.fits !== fits) last = { fits, pictures: new Map() }
    if (!shown || openings.get(shown.picture.layout)?.fits !== fits) return undefined
    last.pictures.set(shown.view.root ?? '', shown.picture)
    return last.pictures.get(view.root ?? '')
  }

  return {
    /** Lays out the document of this state, for the canvas. */
    layOutFor(state: EditorState, view: View): LayOut {
      const diagram = diagramOf(state)
      const { shown, afresh, fits } = state.session
      const goesOnFrom = shownBefore(state, view)
      return async (graph, options) => {
        const key = `${options.direction} ${graph.key}`
        const same = known.get(diagram)?.get(key)
        if (same) {
          openings.set(same, { fits, isFirst: openings.get(same)?.isFirst ?? false })
          return same
        }
        const opening = shown && openings.get(shown.picture.layout)
        // What is only measured again, as when formulas have been set, is the first picture still.
        const isAgain = opening?.isFirst && shown?.diagram === diagram && shown.view === view
        const before = isAgain ? undefined : goesOnFrom
        const after = before && { ...beforeOf(before.graph, before.layout), afresh: afresh === diagram }
        const layout = await layOut(graph, { ...options, ...(after && { after }) })
        openings.set(layout, { fits, isFirst: before === undefined })
        const layouts = known.get(diagram) ?? new Map<string, Layout>()
        known.set(diagram, layouts.set(key, layout))
        return layout
      }
    },
  }
}
