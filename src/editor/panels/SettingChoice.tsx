// Which variant and which training phase is shown. Both belong to the document's view, so both can be undone.
import { setView } from '../../document/edit/view'
import type { Diagram, Language, Phase, Variant } from '../../document/schema'
import { say as words } from '../../document/words'
import { phaseOf, phasesOf, variantOf } from '../../semantics/setting'
import { useEditor, useEditorState } from '../react'
import { currentView, diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'

interface Option {
  readonly id: string
  readonly label: string
  readonly note: string
}

export function VariantChoice() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const view = useEditorState(currentView)
  const language = useEditorState(documentLanguageOf)
  return (
    <Choice
      id="chooseVariant"
      label={say('bar.variant')}
      value={variantOf(diagram, view)?.id}
      options={optionsOf(diagram.variants ?? [], language)}
      onChoose={(variant) => editor.edit((each) => toVariant(each, variant), { refit: true })}
    />
  )
}

export function PhaseChoice() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const view = useEditorState(currentView)
  const language = useEditorState(documentLanguageOf)
  return (
    <Choice
      id="choosePhase"
      label={say('bar.phase')}
      value={phaseOf(diagram, view)?.id}
      options={optionsOf(phasesOf(diagram, view), language)}
      onChoose={(phase) => editor.edit((each) => setView(each, { phase }), { refit: true })}
    />
  )
}

function optionsOf(list: readonly (Variant | Phase)[], language: Language): Option[] {
  return list.map(({ id, label, note }) => ({ id, label: words(label, language) || id, note: words(note, language) }))
}

/**
 * From the phase in which one variant is seen first to that of the other. Otherwise the phase stays; where the variant does
 * not go through it, it gives way to the one before it that it does.
 */
function toVariant(diagram: Diagram, variant: string): Diagram {
  const all = (diagram.phases ?? []).map((phase) => phase.id)
  const possible = phasesOf(diagram, { variant }).map((phase) => phase.id)
  const now = diagram.view?.phase
  const own = diagram.variants?.find((each) => each.id === variant)?.phase
  if (own !== undefined && possible.includes(own) && now === variantOf(diagram, {})?.phase)
    return setView(diagram, { variant, phase: own })
  if (now === undefined || possible.includes(now)) return setView(diagram, { variant })
  const before = all.slice(0, all.indexOf(now)).reverse()
  return setView(diagram, { variant, phase: before.find((phase) => possible.includes(phase)) ?? possible[0] })
}

interface ChoiceProps {
  /** By which commands find it. */
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onChoose: (id: string) => void
}

function Choice({ id, label, value, options, onChoose }: ChoiceProps) {
  if (options.length === 0 || value === undefined) return null
  return (
    <label className="choice" title={options.find((option) => option.id === value)?.note}>
      <span>{label}</span>
      <select id={id} aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id} title={option.note}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
