// The stages of training, in order: what each is called and for, which variants go through it, what it sets.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { setPhaseBasis } from '../../document/edit/basis'
import {
  addPhase,
  movePhase,
  removePhase,
  renamePhase,
  setPhaseVariants,
  setPhaseWords,
  setPhaseSymbol,
} from '../../document/edit/phases'
import { whyNotSymbol } from '../../document/edit/symbols'
import { setView } from '../../document/edit/view'
import { say as words } from '../../document/words'
import type { Phase } from '../../document/schema'
import { phaseOf } from '../../semantics/setting'
import { useEditor, useEditorState } from '../react'
import { currentView, diagramOf, documentLanguageOf, writingOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { BasisChoice } from './BasisChoice'
import { Add, Field, Remove, WordsField } from './parts'
import { Sets } from './Sets'

export function Phases() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const shown = useEditorState((state) => phaseOf(diagramOf(state), currentView(state))?.id)
  const language = useEditorState(documentLanguageOf)
  const phases = diagram.phases ?? []
  return (
    <>
      <p className="hint">{say('settings.phasesAbout')}</p>
      {phases.map((phase, index) => (
        <PhaseItem key={phase.id} phase={phase} index={index} count={phases.length} />
      ))}
      <Add
        label={say('settings.addPhase')}
        isFirst
        onAdd={(label) =>
          editor.edit((each) => {
            const added = addPhase(each, label, shown)
            return setView(added, { phase: added.phases!.at(-1)!.id })
          })
        }
      />
      <Sets
        columns={phases.map(({ id, label, set }) => ({ id, label: words(label, language) || id, set: set ?? {} }))}
        judge={(_, name, value) => tellNow(whyNotSymbol(diagram, name, value))}
        write={(id, name, value) => (each) => setPhaseSymbol(each, id, name, value)}
      />
    </>
  )
}

interface PhaseItemProps {
  readonly phase: Phase
  readonly index: number
  readonly count: number
}

function PhaseItem({ phase, index, count }: PhaseItemProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const variants = useEditorState((state) => diagramOf(state).variants)
  const name = words(phase.label, language) || phase.id
  const move = (to: number) => editor.edit((each) => movePhase(each, phase.id, to))
  return (
    <fieldset className="settings-item">
      <legend>
        <code>{phase.id}</code>
        <button
          type="button"
          className="tool"
          aria-label={say('settings.earlier', { name })}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="tool"
          aria-label={say('settings.later', { name })}
          disabled={index === count - 1}
          onClick={() => move(index + 1)}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </button>
        <Remove name={name} onRemove={() => editor.edit((each) => removePhase(each, phase.id))} />
      </legend>
      <WordsField
        label={say('inspector.label')}
        value={words(phase.label, language)}
        onCommit={(text) => editor.edit((each) => renamePhase(each, phase.id, text, writingOf(editor.state())))}
      />
      {(['objective', 'data', 'note'] as const).map((field) => (
        <WordsField
          key={field}
          label={say(field === 'note' ? 'inspector.note' : `settings.${field}`)}
          value={words(phase[field], language)}
          onCommit={(text) =>
            editor.edit((each) => setPhaseWords(each, phase.id, field, text, writingOf(editor.state())))
          }
        />
      ))}
      <Field label={say('settings.basis')}>
        <BasisChoice
          of={phase.id}
          value={phase.basis}
          onChoose={(basis) => editor.edit((each) => setPhaseBasis(each, phase.id, basis))}
        />
      </Field>
      {variants && variants.length > 1 && (
        <Field label={say('settings.inVariants')}>
          <div className="settings-checks">
            {variants.map(({ id, label }) => (
              <label key={id} className="is-inline">
                <input
                  type="checkbox"
                  checked={!phase.variants || phase.variants.includes(id)}
                  onChange={(event) => {
                    const all = variants.map((variant) => variant.id)
                    const chosen = all.filter((each) =>
                      each === id ? event.target.checked : !phase.variants || phase.variants.includes(each),
                    )
                    editor.edit((each) => setPhaseVariants(each, phase.id, chosen.length === all.length ? [] : chosen))
                  }}
                />
                <span>{words(label, language) || id}</span>
              </label>
            ))}
          </div>
        </Field>
      )}
    </fieldset>
  )
}
