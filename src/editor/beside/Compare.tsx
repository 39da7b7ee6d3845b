// The open diagram and another one, or itself in another variant or phase, side by side: chosen here, and made a step of the
// talk or a figure from here.
import { FolderOpen } from 'lucide-react'
import { useMemo, useState } from 'react'
import { say as words } from '../../document/words'
import type { Diagram } from '../../document/schema'
import { besideIn } from '../../document/companions'
import { pairTold } from '../../scene/beside/board'
import { differencesOf } from '../../scene/beside/differences'
import { plainLook } from '../../scene/look'
import { phasesOf, variantOf } from '../../semantics/setting'
import { Sheet } from '../dialogs/Sheet'
import { loadBuiltIn } from '../diagrams'
import { Choice } from '../export/Fields'
import { nameOf, pickFile } from '../files/open'
import { catalogue } from '../gallery/catalogue'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, themeOf, type ChosenBeside, type EditorState } from '../state'
import { useSay } from '../strings/language'
import { addBesideStep, besideOf, chosenFrom, holding, ownBeside, putBeside } from './chosen'
import { Halves } from './Halves'
import { useKept } from './useKept'
import { usePair } from './usePair'

export function Compare() {
  const say = useSay()
  return (
    <Sheet name="beside" title={say('beside.title')} className="compare">
      <CompareForm />
    </Sheet>
  )
}

function CompareForm() {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const theme = useEditorState(themeOf)
  const shown = useEditorState(({ session }) => session.shown)
  const chosen = useEditorState(besideOf)
  const step = useEditorState((state) => chosenStep(state))
  const [problem, setProblem] = useState<string>()
  const diagram = shown?.diagram
  const held = useMemo(() => diagram && holding(diagram, chosen), [diagram, chosen])
  const left = useMemo(
    () =>
      shown && {
        ...shown.picture,
        view: { ...shown.view, title: false, legend: false, bar: false },
        look: { ...plainLook, theme, background: false },
      },
    [shown, theme],
  )
  const paired = usePair(held ?? empty, chosen.asked, left, editor.layOutThumbnail)
  const changed = useMemo(() => (paired.pair ? differencesOf(...paired.pair).changed : []), [paired])
  if (!diagram || !held || !left) return <p className="hint">{say('reason.noPicture')}</p>
  const choose = (next: ChosenBeside) => {
    setProblem(undefined)
    editor.setSession({ beside: next })
  }
  const other = besideIn(held, chosen.asked) ?? diagram
  const setting = (change: { readonly variant?: string; readonly phase?: string }) =>
    choose({ ...chosen, asked: { ...chosen.asked, ...change } })
  return (
    <>
      <div className="compare-choices">
        <DiagramChoice diagram={diagram} chosen={chosen} onChoose={choose} onProblem={setProblem} />
        <button
          type="button"
          className="button"
          onClick={() =>
            void readChosen().then((found) => {
              if (typeof found === 'string') setProblem(found)
              else if (found) choose(chosenFrom(diagram, found.diagram, found.name))
            })
          }
        >
          <FolderOpen size={16} aria-hidden="true" /> {say('beside.file')}
        </button>
        {(other.variants ?? []).length > 1 && (
          <Choice
            label={say('beside.variant')}
            value={chosen.asked.variant ?? variantOf(other, {})?.id ?? ''}
            options={other.variants!.map(({ id, label }) => [id, words(label, language) || id])}
            onChange={(variant) => setting({ variant })}
          />
        )}
        {(other.phases ?? []).length > 1 && (
          <Choice
            label={say('beside.phase')}
            value={chosen.asked.phase ?? ''}
            options={[
              ['', say('beside.firstPhase')],
              ...phasesOf(other, chosen.asked).map(({ id, label }) => [id, words(label, language) || id] as const),
            ]}
            onChange={(phase) => {
              const { phase: _, ...asked } = chosen.asked
              choose({ ...chosen, asked: phase ? { ...asked, phase } : asked })
            }}
          />
        )}
      </div>
      {problem !== undefined && <p className="problem">{problem}</p>}
      <div className="compare-picture">
        <Halves paired={paired} name={words(chosen.title, language)} language={language} />
      </div>
      {changed.length > 0 && (
        <div className="compare-pairs" tabIndex={0} role="region" aria-label={say('beside.pairs')}>
          <table className="figures-table">
            <tbody>
              {changed.map((pair) => {
                const [what, here, there] = pairTold(pair, language)
                return (
                  <tr key={pair.number}>
                    <th scope="row">
                      <i>{pair.number}</i> {what}
                    </th>
                    <td>{here}</td>
                    <td>{there}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className="dialog-foot">
        <span className="hint">{say('beside.hint')}</span>
        <button
          type="button"
          className="button"
          disabled={!paired.pair}
          onClick={() => editor.setSession({ beside: chosen, dialog: 'export', exports: 'beside' })}
        >
          {say('beside.export')}
        </button>
        {step !== undefined && (
          <button
            type="button"
            className="button"
            disabled={!paired.pair}
            onClick={() => putBeside(editor, step, chosen)}
          >
            {say('beside.here', { number: step + 1 })}
          </button>
        )}
        <button
          type="button"
          className="button is-primary"
          disabled={!paired.pair}
          onClick={() => addBesideStep(editor, chosen)}
        >
          {say('beside.step')}
        </button>
      </div>
    </>
  )
}

/** The step of the talk that is being made. */
function chosenStep(state: EditorState): number | undefined {
  const { step } = state.session
  return step !== undefined && step < (diagramOf(state).steps?.length ?? 0) ? step : undefined
}

interface DiagramChoiceProps {
  readonly diagram: Diagram
  readonly chosen: ChosenBeside
  readonly onChoose: (chosen: ChosenBeside) => void
  readonly onProblem: (sentence: string) => void
}

/** Itself, what this browser keeps, and what comes with the program. */
function DiagramChoice({ diagram, chosen, onChoose, onProblem }: DiagramChoiceProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const kept = useKept(editor)
  async function choose(text: string) {
    const [kind, name = ''] = text.split(/:(.*)/s)
    if (kind === 'built') return onChoose(chosenFrom(diagram, await loadBuiltIn(name), name))
    if (kind === 'kept') {
      const found = await kept.find(({ card }) => card.id === name)?.load()
      if (found) return onChoose(chosenFrom(diagram, found, name))
      return onProblem(say('beside.missing', { name }))
    }
    onChoose(ownBeside(diagram))
  }
  const title = words(chosen.title, language)
  return (
    <label className="field">
      <span className="field-label">{say('beside.diagram')}</span>
      <select
        data-first
        value={chosen.companion ? 'chosen' : 'own'}
        onChange={(event) => void choose(event.target.value)}
      >
        {chosen.companion && <option value="chosen">{title}</option>}
        <option value="own">{say('beside.own')}</option>
        {kept.length > 0 && (
          <optgroup label={say('recent.title')}>
            {kept.map(({ card }) => (
              <option key={card.id} value={`kept:${card.id}`}>
                {words(card.title, language)} · {card.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={say('beside.builtIn')}>
          {catalogue.map(({ id, about }) => (
            <option key={id} value={`built:${id}`}>
              {words(about.title, language)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

/** A diagram out of a file, or why there is none; undefined where nobody chose one. */
async function readChosen(): Promise<{ readonly diagram: Diagram; readonly name: string } | string | undefined> {
  const file = await pickFile()
  if (!file) return undefined
  const { openBytes } = await import('../files/read')
  const parsed = openBytes(new Uint8Array(await file.arrayBuffer()))
  if (parsed.ok) return { diagram: parsed.diagram, name: nameOf(file.name) }
  return `${file.name}: ${parsed.problems.find(({ severity }) => severity === 'error')?.sentence ?? ''}`
}

const empty: Diagram = { version: 1, about: { title: '' }, nodes: [], edges: [] }
