// What somebody has put beside the open diagram: to look at, to make a step of, to take away.
import { companionName, companionOf } from '../../document/companions'
import { addStep, setBeside } from '../../document/edit/steps'
import { languages, type Diagram, type Words } from '../../document/schema'
import { say as words } from '../../document/words'
import { phaseOf, phasesOf, variantOf } from '../../semantics/setting'
import type { Editor } from '../editor'
import { diagramOf, type ChosenBeside, type EditorState } from '../state'
import { showsNow } from '../talk/steps'

/** The diagram with what was chosen in it, as a step would have it. */
export function holding(diagram: Diagram, { asked, companion }: ChosenBeside): Diagram {
  return companion && asked.diagram !== undefined ? { ...diagram, companions: { [asked.diagram]: companion } } : diagram
}

/** Another diagram, under a name that is free in this one. */
export function chosenFrom(diagram: Diagram, other: Diagram, name: string): ChosenBeside {
  const companion = companionOf(other)
  return { asked: { diagram: companionName(diagram, name, companion) }, companion, title: other.about.title }
}

/** `CLIP | PaLI`, in every language in which either has a name. */
function titleOfBoth(a: Words, b: Words): Words {
  if (typeof a === 'string' && typeof b === 'string') return `${a} | ${b}`
  return Object.fromEntries(languages.map((language) => [language, `${words(a, language)} | ${words(b, language)}`]))
}

/** What stands beside the open diagram, or would. */
export function besideOf(state: EditorState): ChosenBeside {
  return state.session.beside ?? ownBeside(diagramOf(state))
}

const owns = new WeakMap<Diagram, ChosenBeside>()

/** The same diagram in the next variant, or else the next phase, as one would begin. */
export function ownBeside(diagram: Diagram): ChosenBeside {
  let found = owns.get(diagram)
  if (!found) {
    const variant = after(diagram.variants ?? [], variantOf(diagram, {}))
    const phase = after(phasesOf(diagram, {}), phaseOf(diagram, {}))
    const asked = variant ? { variant: variant.id } : phase ? { phase: phase.id } : {}
    owns.set(diagram, (found = { asked, title: diagram.about.title }))
  }
  return found
}

/** The next one in turn; undefined where there is no other. */
function after<T>(list: readonly T[], one: T | undefined): T | undefined {
  return list.length > 1 ? list[(list.indexOf(one!) + 1) % list.length] : undefined
}

/** Beside a step that is there. */
export function putBeside(editor: Editor, index: number, { asked, companion }: ChosenBeside) {
  editor.edit((diagram) => setBeside(diagram, index, asked, companion))
  editor.setSession({ drawer: 'steps', dialog: undefined })
}

/** A new step, after the one that is chosen, that shows the two side by side. */
export function addBesideStep(editor: Editor, { asked, companion, title }: ChosenBeside) {
  const { session } = editor.state()
  const count = diagramOf(editor.state()).steps?.length ?? 0
  const at = session.step === undefined || session.step >= count ? count : session.step + 1
  const shows = { ...showsNow(editor), focus: [], hidden: [] }
  editor.edit((diagram) =>
    setBeside(
      addStep(diagram, shows, { title: companion ? titleOfBoth(diagram.about.title, title) : title }, at),
      at,
      asked,
      companion,
    ),
  )
  editor.setSession({ step: at, drawer: 'steps', dialog: undefined })
}
