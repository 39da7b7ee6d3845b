// Keeps the picture up to date with the document: draws again when what is shown changed, drops answers that were
// overtaken, and keeps the last good picture when there is none for the newest state. Each picture begins with the one
// before it, and what was shown of a document before is shown again when undo brings it back.
import type { StoreApi } from 'zustand/vanilla'
import type { LayOut } from '../../layout/layout'
import type { Diagram } from '../../document/schema'
import { isPrepared, prepare, renderPrepared } from '../../render'
import { draw } from '../../scene/draw'
import { currentView, diagramOf, type EditorState, type Shown } from '../state'
import { createLayoutHistory } from './layoutHistory'
import { lookKey, screenLook } from './look'

/** `breathe` lets the browser show a frame and hear the hand between the parts of the work. */
export function keepPicture(store: StoreApi<EditorState>, layOut: LayOut, breathe?: () => Promise<void>): () => void {
  let asked: { diagram: unknown; view: unknown } = { diagram: undefined, view: undefined }
  let sequence = 0
  const history = createLayoutHistory(layOut)
  let look = lookKey(store.getState())
  let preparing: Diagram | undefined

  /** Formulas are drawn by their source while what sets them is on its way, and again when it is there. */
  async function setFormulas(diagram: Diagram) {
    if (preparing === diagram) return
    preparing = diagram
    try {
      await prepare(diagram)
    } catch (error) {
      return reportError(error)
    }
    asked = { diagram: undefined, view: undefined }
    void update(store.getState())
  }

  async function update(state: EditorState) {
    const diagram = diagramOf(state)
    const view = currentView(state)
    if (asked.diagram === diagram && asked.view === view) return
    if (!isPrepared(diagram)) void setFormulas(diagram)
    asked = { diagram, view }
    const number = ++sequence
    const slow = setTimeout(() => number === sequence && setSession({ isBusy: true }), 150)
    try {
      const picture = await renderPrepared(diagram, view, screenLook(state), history.layOutFor(state, view), breathe)
      // Drawn in one breath, shown in the next.
      if (breathe) await breathe()
      if (number !== sequence) return
      const shown = { picture, diagram, view }
      const isOld = lookKey(store.getState()) !== lookKey(state)
      setSession({ shown: isOld ? drawnAgain(shown) : shown, pictureProblem: undefined, isBusy: false })
    } catch (error) {
      if (number !== sequence) return
      setSession({ pictureProblem: error instanceof Error ? error.message : String(error), isBusy: false })
    } finally {
      clearTimeout(slow)
    }
  }

  /** With gradients the legend says more, so the page has another height; nothing is laid out again. */
  function drawnAgain(shown: Shown): Shown {
    const { graph, layout, analysis } = shown.picture
    const scene = draw(graph, layout, analysis, shown.view, screenLook(store.getState()))
    return { ...shown, picture: { ...shown.picture, scene } }
  }

  function setSession(change: Partial<EditorState['session']>) {
    store.setState((state) => ({ session: { ...state.session, ...change } }))
  }

  void update(store.getState())
  return store.subscribe((state) => {
    void update(state)
    const now = lookKey(state)
    if (now === look) return
    look = now
    if (state.session.shown) setSession({ shown: drawnAgain(state.session.shown) })
  })
}
