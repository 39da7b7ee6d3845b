// An edge under way: judges every handle where it could end, a few at a time so that no frame waits, and says why not.
import { blockOf } from '../../blocks'
import type { Editor } from '../editor'
import { currentView, diagramOf, type Refusal } from '../state'
import type { HandleRef } from './ends'
import { candidates, structuralVerdict, verdict, verdictKey, wireBetween } from './verdict'
import { connect } from '../../document/edit/edges'
import { insertRepair } from './placing'
import { say } from '../strings/language'

const slice = 8

export function startConnecting(editor: Editor, start: HandleRef) {
  const state = editor.state()
  const { shown } = state.session
  if (!shown) return
  const diagram = diagramOf(state)
  const view = currentView(state)
  const ends = candidates(shown.picture.graph, start)
  const verdicts = new Map(ends.map((end) => [verdictKey(end), structuralVerdict(diagram, start, end)]))
  const connecting = { start, verdicts }
  editor.setSession({ connecting, hovered: undefined })

  const open = ends.filter((end) => verdicts.get(verdictKey(end)) === true)
  const work = () => {
    if (editor.state().session.connecting?.start !== start) return
    const stop = performance.now() + slice
    while (open.length > 0 && performance.now() < stop) {
      const end = open.shift()!
      verdicts.set(verdictKey(end), verdict(diagram, view, start, end))
    }
    editor.setSession({ connecting: { start, verdicts: new Map(verdicts) } })
    if (open.length > 0) setTimeout(work)
  }
  setTimeout(work)
}

/** The final word on one end, worked out now if it was not before. */
export function judge(editor: Editor, end: HandleRef): true | Refusal {
  const state = editor.state()
  const { connecting } = state.session
  if (!connecting) return { sentence: say('refusal.wall') }
  return verdict(diagramOf(state), currentView(state), connecting.start, end)
}

/** Lets go of the edge at a handle: draws it, or says why not. */
export function finishConnecting(editor: Editor, end: HandleRef | undefined) {
  const { connecting } = editor.state().session
  if (!connecting) return
  editor.setSession({ connecting: undefined })
  if (!end || verdictKey(end) === verdictKey(connecting.start)) return
  const state = editor.state()
  const answer = verdict(diagramOf(state), currentView(state), connecting.start, end)
  const wire = wireBetween(diagramOf(state), connecting.start, end)
  if (answer !== true || typeof wire === 'string')
    return refuse(editor, answer === true ? { sentence: String(wire) } : answer)
  const id = `${wire.path}#${wire.from}>${wire.to}`
  const changed = editor.edit((diagram) => connect(diagram, wire.graph, wire.from, wire.to), { select: [id] })
  if (changed) editor.announce(say('announce.connected', { from: wire.from, to: wire.to }))
}

function refuse(editor: Editor, { sentence, repair }: Refusal) {
  editor.notify({
    kind: 'problem',
    text: sentence,
    ...(repair && {
      action: {
        label: say('refusal.insert', {
          block: blockOf(repair.block)?.label[editor.state().preferences.language] ?? repair.block,
        }),
        run: () => insertRepair(editor, repair),
      },
    }),
  })
}
