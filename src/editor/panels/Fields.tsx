// The parameters of a node, made from its block's own definition, or from the parameters of its module.
import { useState } from 'react'
import { blockOf } from '../../blocks'
import type { DimensionField, Field, ShapeField } from '../../blocks/fields'
import { clearParam, setParam, whyNotParam } from '../../document/edit/params'
import { own } from '../../document/own'
import type { DiagramNode, Language, Param } from '../../document/schema'
import { say as words } from '../../document/words'
import type { TreeNode } from '../../semantics/tree'
import { pretty, type Dim } from '../../shared/dimension'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { TextField } from './Controls'

interface FieldsProps {
  readonly place: string
  readonly node: DiagramNode
  readonly item: TreeNode | undefined
}

export function Fields({ place, node, item }: FieldsProps) {
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(({ preferences }) => preferences.language)
  const say = useSay()
  const block = node.block === undefined ? undefined : blockOf(node.block)
  const fields: Readonly<Record<string, Field>> = block?.fields ?? moduleFields(own(diagram.modules, node.module ?? '')?.params, language)
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
      return [name, { type: 'dimension', label: label || name, initial, least: 0, decimal: true }]
    }),
  )
}

interface ParamFieldProps extends FieldsProps {
  readonly name: string
  readonly field: Field
}

function ParamField({ place, name, field, node, item }: ParamFieldProps) {
  const editor = useEditor()
  const param = own(node.params, name)
  const problem = item?.inference.findings.find((finding) => finding.field === name)?.sentence
  const set = (value: Param | undefined) => {
    const why = value === undefined ? undefined : whyNotParam(diagramOf(editor.state()), place, name, value)
    if (why !== undefined) editor.notify({ kind: 'problem', text: why })
    else
      editor.edit((diagram) =>
        value === undefined ? clearParam(diagram, place, name) : setParam(diagram, place, name, value),
      )
  }
  const common = { label: field.label, hint: field.hint, problem }
  switch (field.type) {
    case 'boolean':
      return (
        <label className="field is-inline" title={field.hint}>
          <input type="checkbox" checked={param === undefined ? field.initial : param === true} onChange={(event) => set(event.target.checked)} />
          <span>{field.label}</span>
        </label>
      )
    case 'choice':
      return (
        <Labelled {...common}>
          <select aria-label={field.label} value={typeof param === 'string' ? param : field.initial} onChange={(event) => set(event.target.value)}>
            {field.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </Labelled>
      )
    case 'words':
      return (
        <Labelled {...common}>
          <TextField label={field.label} value={typeof param === 'string' ? param : param === undefined ? field.initial : String(param)} onCommit={(text) => set(text)} />
        </Labelled>
      )
    case 'dimension':
    case 'shape':
      return <SizeField place={place} name={name} field={field} param={param} item={item} problem={problem} set={set} />
  }
}

interface SizeFieldProps {
  readonly place: string
  readonly name: string
  readonly field: DimensionField | ShapeField
  readonly param: Param | undefined
  readonly item: TreeNode | undefined
  readonly problem: string | undefined
  readonly set: (value: Param | undefined) => void
}

/** A formula with what it comes to beside it, and what is wrong with it under it while it is written. */
function SizeField({ place, name, field, param, item, problem, set }: SizeFieldProps) {
  const editor = useEditor()
  const [drafted, setDrafted] = useState<string>()
  const read = (text: string): Param | undefined => (text.trim() === '' ? undefined : readSize(field, text))
  const value = item?.inference.values?.[name] ?? item?.inference.bound?.get(name)
  const result = value === undefined ? '' : writeValue(value as Dim | readonly Dim[])
  const written = writeSize(param ?? (field.initial as Param))
  const sentence = drafted ?? problem
  return (
    <Labelled label={field.label} hint={field.hint} problem={sentence} result={result === written ? '' : result}>
      <TextField
        label={field.label}
        value={param === undefined ? '' : written}
        placeholder={writeSize(field.initial as Param)}
        isWrong={sentence !== undefined}
        onDraft={(text) => {
          const draft = read(text)
          setDrafted(draft === undefined ? undefined : whyNotParam(diagramOf(editor.state()), place, name, draft))
        }}
        onCommit={(text) => {
          setDrafted(undefined)
          set(read(text))
        }}
      />
    </Labelled>
  )
}

function readSize(field: DimensionField | ShapeField, text: string): Param {
  if (field.type === 'dimension') return readNumber(text)
  return text.split(/[,×]/).map((part) => readNumber(part)) as Param
}

function readNumber(text: string): number | string {
  const trimmed = text.trim()
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}

function writeSize(param: Param): string {
  return Array.isArray(param) ? param.join(' × ') : String(param)
}

function writeValue(value: Dim | readonly Dim[]): string {
  return Array.isArray(value) ? value.map(pretty).join(' × ') : pretty(value as Dim)
}

interface LabelledProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string
  readonly result?: string
  readonly children: React.ReactNode
}

function Labelled({ label, hint, problem, result, children }: LabelledProps) {
  return (
    <div className="field" title={hint}>
      <span className="field-label">{label}</span>
      <div className="field-line">
        {children}
        {result && <output className="field-result">= {result}</output>}
      </div>
      {problem && (
        <p className="problem is-error" role="status">
          {problem}
        </p>
      )}
    </div>
  )
}
