// The parameters of a node, made from its block's own definition, or from the parameters of its module.
import { blockOf } from '../../blocks'
import type { Field } from '../../blocks/fields'
import { conditionalOf, perLanguage } from '../../blocks/values'
import { choiceWords } from '../../blocks/words'
import { clearParam, setParam, whyNotParam } from '../../document/edit/params'
import { own } from '../../document/own'
import type { DiagramNode, Language, Param } from '../../document/schema'
import { reworded, say as words } from '../../document/words'
import type { TreeNode } from '../../semantics/tree'
import { alike } from '../../shared/languages'
import { tell } from '../../shared/message'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { Labelled, TextField } from './Controls'
import { SizeField } from './SizeField'

interface FieldsProps {
  readonly place: string
  readonly node: DiagramNode
  readonly item: TreeNode | undefined
}

export function Fields({ place, node, item }: FieldsProps) {
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const say = useSay()
  const block = node.block === undefined ? undefined : blockOf(node.block)
  const fields: Readonly<Record<string, Field>> =
    block?.fields ?? moduleFields(own(diagram.modules, node.module ?? '')?.params, language)
  if (Object.keys(fields).length === 0) return null
  return (
    <section>
      <h3>{say('inspector.parameters')}</h3>
      {Object.entries(fields).map(([name, field]) => (
        <ParamField key={name} place={place} name={name} field={field} node={node} item={item} />
      ))}
    </section>
  )
}

function moduleFields(
  params: NonNullable<ReturnType<typeof diagramOf>['modules']>[string]['params'],
  language: Language,
): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, param]): [string, Field] => {
      const initial = typeof param === 'object' ? param.initial : param
      const label = typeof param === 'object' ? words(param.label, language) : ''
      return [name, { type: 'dimension', label: alike(label || name), initial, least: 0, decimal: true }]
    }),
  )
}

interface ParamFieldProps extends FieldsProps {
  readonly name: string
  readonly field: Field
}

function ParamField({ place, name, field, node, item }: ParamFieldProps) {
  const editor = useEditor()
  const language = useLanguage()
  const documentLanguage = useEditorState(documentLanguageOf)
  const given = own(node.params, name)
  const say = useSay()
  // What depends on symbols is shown as what it is now; a choice made by hand takes its place.
  const conditional = field.type === 'dimension' ? undefined : conditionalOf(given)
  const param = conditional ? (item?.inference.values?.[name] as Param | undefined) : given
  const said = perLanguage(param)
  const found = item?.inference.findings.find((finding) => finding.field === name)
  const problem = found && tell(found.message, language)
  const set = (value: Param | undefined) => {
    const why = value === undefined ? undefined : whyNotParam(diagramOf(editor.state()), place, name, value)
    if (why !== undefined) editor.notify({ kind: 'problem', text: tellNow(why) })
    else
      editor.edit((diagram) =>
        value === undefined ? clearParam(diagram, place, name) : setParam(diagram, place, name, value),
      )
  }
  const label = field.label[language]
  const hint = conditional ? say('inspector.depends', { condition: String(conditional.if) }) : field.hint?.[language]
  const common = { label, hint, problem }
  switch (field.type) {
    case 'boolean':
      return (
        <label className="field is-inline" title={hint}>
          <input
            type="checkbox"
            checked={param === undefined ? field.initial : param === true}
            onChange={(event) => set(event.target.checked)}
          />
          <span>{label}</span>
        </label>
      )
    case 'choice':
      return (
        <Labelled {...common}>
          <select
            aria-label={label}
            value={typeof param === 'string' ? param : field.initial}
            onChange={(event) => set(event.target.value)}
          >
            {field.options.map((option) => (
              <option key={option} value={option}>
                {choiceWords(option)[language]}
              </option>
            ))}
          </select>
        </Labelled>
      )
    case 'words':
      return (
        <Labelled {...common}>
          <TextField
            label={label}
            value={said ? words(said, documentLanguage) : param === undefined ? field.initial : String(param)}
            onCommit={(text) => set(said ? reworded(said, writingOf(editor.state()), text) : text)}
          />
        </Labelled>
      )
    case 'dimension':
    case 'shape':
      return <SizeField place={place} name={name} field={field} param={param} item={item} problem={problem} set={set} />
  }
}
