// The parameters of a module: what every instance may be told, and what it is where it is not.
import {
  addModuleParam,
  paramIsUsed,
  removeModuleParam,
  renameModuleParam,
  setModuleParam,
  whyNotParamName,
} from '../../document/edit/names'
import { whyNotExpression } from '../../document/edit/params'
import { initialOf } from '../../document/expressions'
import { own } from '../../document/own'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { readExpression } from '../symbols/rows'
import { TextField } from '../panels/Controls'
import { Add, Remove } from './parts'

export function ModuleParams({ module }: { readonly module: string }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const params = own(diagram.modules, module)?.params ?? {}
  const refuse = (why: string | undefined) => {
    if (why !== undefined) editor.notify({ kind: 'problem', text: why })
    return why !== undefined
  }
  return (
    <details className="inspector-more">
      <summary>{say('params.title')}</summary>
      {Object.entries(params).map(([name, param]) => (
        <div key={name} className="field-line">
          <TextField
            label={say('settings.nameOf', { name })}
            value={name}
            onCommit={(text) =>
              refuse(tellNow(whyNotParamName(diagram, module, text.trim()))) ||
              editor.edit((each) => renameModuleParam(each, module, name, text.trim()))
            }
          />
          <TextField
            label={say('params.initialOf', { name })}
            value={String(initialOf(param))}
            onCommit={(text) => {
              const value = readExpression(text)
              // What a parameter is by itself is said in the symbols of the document.
              return (
                refuse(tellNow(whyNotExpression(diagram, '', value))) ||
                editor.edit((each) => setModuleParam(each, module, name, value))
              )
            }}
          />
          <Remove
            name={name}
            reason={paramIsUsed(diagram, module, name) ? say('params.used') : undefined}
            onRemove={() => editor.edit((each) => removeModuleParam(each, module, name))}
          />
        </div>
      ))}
      <Add
        label={say('params.add')}
        placeholder="width = 768"
        judge={(text) => {
          const [name = '', value = '1'] = text.split('=').map((part) => part.trim())
          return tellNow(
            whyNotParamName(diagram, module, name) ?? whyNotExpression(diagram, '', readExpression(value || '1')),
          )
        }}
        onAdd={(text) => {
          const [name = '', value = '1'] = text.split('=').map((part) => part.trim())
          editor.edit((each) => addModuleParam(each, module, name, readExpression(value || '1')))
        }}
      />
    </details>
  )
}
