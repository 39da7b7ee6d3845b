// An edge under way: judges every handle where it could end, a few at a time so that no frame waits, and says why not.
import type { Editor } from '../../editor'
import { currentView, diagramOf, type EditorState, type Refusal } from '../../state'
import type { HandleRef } from './ends'
import { candidates, structuralVerdict, verdict, verdictKey, wireBetween } from './verdict'
import { connect, disconnect, reconnect } from '../../../document/edit/edges'
import { bodyAt, insideOf } from '../../../document/place'
import type { Diagram } from '../../../document/schema'
import type { Wire } from '../../../semantics/joining/misfit'
import { remedyFor } from '../../../semantics/repairs'
import { tell } from '../../../shared/message'
import { editAdding } from '../camera/reveal'
import { say } from '../../strings/language'
import { pathIn } from '../../../shared/path'
import { edgeId, edgeIdParts } from '../../../shared/edgeId'

const slice = 8

/** `moving`: the edge whose other end is being moved. */
export function startConnecting(editor: Editor, start: HandleRef, moving?: string) {
  const state = editor.state()
  const { shown } = state.session
  if (!shown) return
  const diagram = without(diagramOf(state), moving)
  const view = currentView(state)
  const ends = candidates(shown.picture.graph, start)
  const verdicts = new Map(ends.map((end) => [verdictKey(end), structuralVerdict(diagram, start, end)]))
  editor.setSession({ connecting: { start, verdicts, ...(moving !== undefined && { moving }) }, hovered: undefined })

  const open = ends.filter((end) => verdicts.get(verdictKey(end)) === true)
  const work = () => {
    if (editor.state().session.connecting?.start !== start) return
    const stop = performance.now() + slice
    while (open.length > 0 && performance.now() < stop) {
      const end = open.shift()!
      verdicts.set(verdictKey(end), verdict(diagram, view, start, end))
    }
    editor.setSession({ connecting: { ...editor.state().session.connecting!, verdicts: new Map(verdicts) } })
    if (open.length > 0) setTimeout(work)
  }
  setTimeout(work)
}

/** The diagram without the edge that is being moved: it is in nobody's way. */
function without(diagram: Diagram, moving: string | undefined): Diagram {
  if (moving === undefined) return diagram
  const { path, to } = edgeIdParts(moving)
  const place = insideOf(diagram, path)
  return place === undefined ? diagram : disconnect(diagram, place, to)
}

function verdictOn(state: EditorState, end: HandleRef): true | Refusal {
  const { start, moving } = state.session.connecting!
  return verdict(without(diagramOf(state), moving), currentView(state), start, end)
}

/** The final word on one end, worked out now if it was not before. */
export function judge(editor: Editor, end: HandleRef): true | Refusal {
  const state = editor.state()
  if (!state.session.connecting) return { sentence: say('refusal.wall') }
  return verdictOn(state, end)
}

/** Lets go of the edge at a handle: draws it, or says why not. */
export function finishConnecting(editor: Editor, end: HandleRef | undefined) {
  const state = editor.state()
  const { connecting } = state.session
  if (!connecting) return
  const { start, moving } = connecting
  const answer = end && verdictOn(state, end)
  editor.setSession({ connecting: undefined })
  if (!end || verdictKey(end) === verdictKey(start)) return
  const wire = wireBetween(diagramOf(state), start, end)
  if (typeof wire === 'string') return editor.notify({ kind: 'problem', text: wire })
  const draw = (diagram: Diagram) =>
    moving === undefined
      ? connect(diagram, wire.graph, wire.from, wire.to)
      : reconnect(diagram, wire.graph, edgeIdParts(moving).to, { from: wire.from, to: wire.to })
  if (answer !== true) return refuse(editor, wire, draw, answer!, moving)
  const changed = editor.edit(draw, { select: [edgeId(wire.path, wire)] })
  if (changed) editor.announce(say('announce.connected', { from: wire.from, to: wire.to }))
}

/** Says why not, and offers what would make it fit, where that is known; `draw` is the edge as it was meant. */
export function refuse(
  editor: Editor,
  wire: Wire,
  draw: (diagram: Diagram) => Diagram,
  { sentence, misfit }: Refusal,
  moving?: string,
) {
  const state = editor.state()
  const { language } = state.preferences
  const diagram = diagramOf(state)
  const remedy = misfit && remedyFor(without(diagram, moving), currentView(state), wire, misfit)
  editor.notify({
    kind: 'problem',
    text: sentence,
    ...(remedy && {
      action: {
        label: tell(remedy.message, language),
        run: () => {
          const change = (each: Diagram) => remedy.apply(draw(each))
          const known = new Set(bodyAt(diagram, wire.graph)?.nodes.map(({ id }) => id))
          const added = bodyAt(change(diagram), wire.graph)?.nodes.filter(({ id }) => !known.has(id)) ?? []
          editAdding(
            editor,
            change,
            added.map(({ id }) => pathIn(wire.path, id)),
          )
        },
      },
    }),
  })
}
