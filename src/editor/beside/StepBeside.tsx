// What stands beside a step of the talk: nothing, the diagram itself in another variant or phase, or another diagram.
import { besideIn } from '../../document/companions'
import { setBeside } from '../../document/edit/steps'
import type { Beside } from '../../document/schema'
import { say as words } from '../../document/words'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { ownBeside } from './chosen'

export function StepBeside({ index }: { readonly index: number }) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const diagram = useEditorState(diagramOf)
  const beside = diagram.steps?.[index]?.beside
  const other = beside && besideIn(diagram, beside)
  const put = (next: Beside | undefined) => editor.edit((each) => setBeside(each, index, next))
  const choose = (value: string) => {
    if (value === 'another') editor.setSession({ dialog: 'beside' })
    else if (value === '') put(undefined)
    else put(value === 'own' ? ownBeside(diagram).asked : { diagram: value.slice('its:'.length) })
  }
  const companions = Object.entries(diagram.companions ?? {})
  return (
    <>
      <label className="field is-inline">
        <span>{say('steps.beside.diagram')}</span>
        <select
          value={!beside ? '' : beside.diagram === undefined ? 'own' : `its:${beside.diagram}`}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{say('steps.noBeside')}</option>
          <option value="own" disabled={Object.keys(ownBeside(diagram).asked).length === 0}>
            {say('steps.beside.own')}
          </option>
          {companions.map(([name, { about }]) => (
            <option key={name} value={`its:${name}`}>
              {words(about.title, language)}
            </option>
          ))}
          {beside?.diagram !== undefined && !other && (
            <option value={`its:${beside.diagram}`}>{beside.diagram}?</option>
          )}
          <option value="another">{say('steps.beside.another')}</option>
        </select>
      </label>
      {other &&
        (['variant', 'phase'] as const).map((key) => {
          const options = (key === 'variant' ? other.variants : other.phases) ?? []
          if (options.length < 2) return null
          return (
            <label key={key} className="field is-inline">
              <span>{say(`steps.beside.${key}`)}</span>
              <select
                value={beside[key] ?? ''}
                onChange={(event) => {
                  const next = { ...beside, [key]: event.target.value }
                  put(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')))
                }}
              >
                <option value="">{say('beside.firstPhase')}</option>
                {options.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {words(label, language) || id}
                  </option>
                ))}
              </select>
            </label>
          )
        })}
    </>
  )
}
