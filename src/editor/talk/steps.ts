// What is done to the steps of the talk, from the picture as it stands: one undo step each.
import { addStep, addSteps, recapture } from '../../document/edit/steps'
import { unfoldTo, setView } from '../../document/edit/view'
import { fullSteps, type Shows } from '../../document/steps'
import { draftsOf, type DraftKind } from '../../semantics/drafts'
import { phaseOf, variantOf } from '../../semantics/setting'
import type { Editor } from '../editor'
import { currentView, diagramOf, type EditorState } from '../state'

/** What the canvas shows now. */
export function showsNow(editor: Editor): Shows {
  const state = editor.state()
  const diagram = diagramOf(state)
  const view = currentView(state)
  const { spot, gradients } = state.session
  const box = editor.camera && !editor.camera.isFitted() ? seenBox(editor) : undefined
  return {
    focus: spot?.focus ?? [],
    hidden: spot?.hidden ?? [],
    unfolded: diagram.view?.unfolded ?? [],
    variant: variantOf(diagram, view)?.id,
    phase: phaseOf(diagram, view)?.id,
    shapes: view.shapes,
    gradients,
    flow: false,
    camera: box ?? 'all',
  }
}

function seenBox(editor: Editor) {
  const stage = document.querySelector('.stage')
  const { x, y, zoom } = editor.camera!.view()
  const [width, height] = [(stage?.clientWidth ?? 1280) / zoom, (stage?.clientHeight ?? 720) / zoom]
  const round = (value: number) => Math.round(value * 10) / 10
  return { x: round(-x / zoom), y: round(-y / zoom), width: round(width), height: round(height) }
}

/** A new step after the one that is chosen, else at the end. */
export function captureStep(editor: Editor) {
  const { session } = editor.state()
  const count = diagramOf(editor.state()).steps?.length ?? 0
  const at = session.step === undefined || session.step >= count ? count : session.step + 1
  const shows = showsNow(editor)
  editor.edit((diagram) => addStep(diagram, shows, {}, at))
  editor.setSession({ step: at })
}

export function recaptureStep(editor: Editor, index: number) {
  const shows = showsNow(editor)
  editor.edit((diagram) => {
    // The way tokens travel cannot be seen on the canvas: what the step says of it stays.
    const before = fullSteps(diagram)[index]?.shows
    return recapture(diagram, index, { ...shows, flow: before?.flow ?? false })
  })
}

export function draftTalk(editor: Editor, kind: DraftKind) {
  const state = editor.state()
  const analysis = state.session.shown?.picture.analysis
  if (!analysis) return
  const drafts = draftsOf(kind, analysis, currentView(state))
  editor.edit((diagram) => addSteps(diagram, drafts))
  editor.setSession({ drawer: 'steps' })
}

/** Brings a step onto the canvas: what belongs to the document's view as an edit, the rest as it is looked at. */
export function showStep(editor: Editor, index: number) {
  const state: EditorState = editor.state()
  const full = fullSteps(diagramOf(state))[index]
  if (!full) return
  const { variant, phase, unfolded, shapes, focus, hidden, gradients } = full.shows
  editor.edit(
    (diagram) => {
      const folded = unfoldTo(diagram, 0)
      const open = setView(folded, { unfolded: unfolded.length ? [...unfolded] : undefined })
      const shown = setView(open, {
        shapes,
        ...(variant !== undefined && { variant }),
        ...(phase !== undefined && { phase }),
      })
      return JSON.stringify(shown.view) === JSON.stringify(diagram.view) ? diagram : shown
    },
    { refit: true, coalesce: 'show step' },
  )
  editor.setSession({ step: index, gradients, spot: focus.length || hidden.length ? { focus, hidden } : undefined })
}
