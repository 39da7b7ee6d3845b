// A size or a list of sizes: numbers, or formulas over the symbols in scope.
import { useState } from 'react'
import type { DimensionField, ShapeField } from '../../blocks/fields'
import { whyNotParam } from '../../document/edit/params'
import type { Param } from '../../document/schema'
import type { TreeNode } from '../../semantics/tree'
import { pretty, type Dim } from '../../shared/dimension'
import { useEditor, useLanguage } from '../react'
import { diagramOf } from '../state'
import { Labelled, TextField } from './Controls'
import { tellNow } from '../strings/language'

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
export function SizeField({ place, name, field, param, item, problem, set }: SizeFieldProps) {
  const editor = useEditor()
  const language = useLanguage()
  const label = field.label[language]
  const [drafted, setDrafted] = useState<string>()
  const read = (text: string): Param | undefined => (text.trim() === '' ? undefined : readSize(field, text))
  const value = item?.inference.values?.[name] ?? item?.inference.bound?.get(name)
  const result = value === undefined ? '' : writeValue(value as Dim | readonly Dim[])
  const written = writeSize(param ?? (field.initial as Param))
  const sentence = drafted ?? problem
  return (
    <Labelled label={label} hint={field.hint?.[language]} problem={sentence} result={result === written ? '' : result}>
      <TextField
        label={label}
        value={param === undefined ? '' : written}
        placeholder={writeSize(field.initial as Param)}
        isWrong={sentence !== undefined}
        onDraft={(text) => {
          const draft = read(text)
          setDrafted(
            draft === undefined ? undefined : tellNow(whyNotParam(diagramOf(editor.state()), place, name, draft)),
          )
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
