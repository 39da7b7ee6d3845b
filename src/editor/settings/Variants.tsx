// The variants of the family: their names, and what each sets.
import { setVariantBasis } from '../../document/edit/basis'
import {
  addVariant,
  removeVariant,
  setSymbol,
  setVariantPhase,
  setVariantWords,
  whyNotSymbol,
} from '../../document/edit/symbols'
import { setView } from '../../document/edit/view'
import { say as words } from '../../document/words'
import { phasesOf, variantOf } from '../../semantics/setting'
import { useEditor, useEditorState } from '../react'
import { currentView, diagramOf, documentLanguageOf, writingOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { TextField } from '../panels/Controls'
import { BasisChoice } from './BasisChoice'
import { Add, Remove } from './parts'
import { Sets } from './Sets'

export function Variants() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const shown = useEditorState((state) => variantOf(diagramOf(state), currentView(state))?.id)
  const language = useEditorState(documentLanguageOf)
  const variants = diagram.variants ?? []
  return (
    <>
      <p className="hint">{say('settings.variantsAbout')}</p>
      {variants.length > 0 && (
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{say('bar.variant')}</th>
              <th scope="col">{say('inspector.label')}</th>
              <th scope="col">{say('inspector.note')}</th>
              {diagram.phases && <th scope="col">{say('settings.opensIn')}</th>}
              <th scope="col">{say('settings.basis')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {variants.map((variant) => {
              const name = words(variant.label, language) || variant.id
              return (
                <tr key={variant.id}>
                  <th scope="row">
                    <code>{variant.id}</code>
                  </th>
                  {(['label', 'note'] as const).map((field) => (
                    <td key={field}>
                      <TextField
                        label={`${say(`inspector.${field}`)}, ${variant.id}`}
                        value={words(variant[field], language)}
                        onCommit={(text) =>
                          editor.edit((each) =>
                            setVariantWords(each, variant.id, field, text, writingOf(editor.state())),
                          )
                        }
                      />
                    </td>
                  ))}
                  {diagram.phases && (
                    <td>
                      <select
                        aria-label={`${say('settings.opensIn')}, ${variant.id}`}
                        value={variant.phase ?? ''}
                        onChange={({ target }) =>
                          editor.edit((each) => setVariantPhase(each, variant.id, target.value || undefined))
                        }
                      >
                        <option value="">{say('settings.opensAsDiagram')}</option>
                        {phasesOf(diagram, { variant: variant.id }).map(({ id, label }) => (
                          <option key={id} value={id}>
                            {words(label, language) || id}
                          </option>
                        ))}
                      </select>
                    </td>
                  )}
                  <td>
                    <BasisChoice
                      of={variant.id}
                      value={variant.basis}
                      onChoose={(basis) => editor.edit((each) => setVariantBasis(each, variant.id, basis))}
                    />
                  </td>
                  <td>
                    <Remove name={name} onRemove={() => editor.edit((each) => removeVariant(each, variant.id))} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Add
        label={say('settings.addVariant')}
        onAdd={(label) =>
          editor.edit((each) => {
            const added = addVariant(each, label, shown)
            return setView(added, { variant: added.variants!.at(-1)!.id })
          })
        }
      />
      <Sets
        columns={variants.map(({ id, label, set }) => ({ id, label: words(label, language) || id, set }))}
        judge={(id, name, value) => tellNow(whyNotSymbol(diagram, name, value, id))}
        write={(id, name, value) => (each) => setSymbol(each, name, value, id)}
      />
    </>
  )
}
