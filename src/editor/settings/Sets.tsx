// Which symbols the variants set, or the phases, and to what: a table with a column for each.
import { useState } from 'react'
import type { Diagram, Expression } from '../../document/schema'
import { own } from '../../document/own'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { readExpression } from '../symbols/rows'
import { TextField } from '../panels/Controls'

export interface Column {
  readonly id: string
  readonly label: string
  readonly set: Readonly<Record<string, Expression>>
}

interface SetsProps {
  readonly columns: readonly Column[]
  /** Why a symbol cannot have a value there. */
  readonly judge: (id: string, name: string, value: Expression) => string | undefined
  /** Undefined: it is not set there any more. */
  readonly write: (id: string, name: string, value: Expression | undefined) => (diagram: Diagram) => Diagram
}

export function Sets({ columns, judge, write }: SetsProps) {
  const editor = useEditor()
  const say = useSay()
  const symbols = useEditorState((state) => diagramOf(state).symbols)
  const [more, setMore] = useState<readonly string[]>([])
  const set = new Set(columns.flatMap((column) => Object.keys(column.set)))
  const names = Object.keys(symbols ?? {}).filter((name) => set.has(name) || more.includes(name))
  const others = Object.keys(symbols ?? {}).filter((name) => !names.includes(name))
  if (columns.length === 0) return null

  function commit(id: string, name: string, text: string) {
    const value = text.trim() === '' ? undefined : readExpression(text)
    const why = value === undefined ? undefined : judge(id, name, value)
    if (why !== undefined) editor.notify({ kind: 'problem', text: why })
    else editor.edit(write(id, name, value))
  }

  return (
    <>
      {names.length > 0 && (
        <div className="settings-scroll">
          <table className="settings-table">
            <thead>
              <tr>
                <th scope="col">{say('settings.symbol')}</th>
                {columns.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  {columns.map((column) => (
                    <td key={column.id}>
                      <TextField
                        label={`${name}, ${column.label}`}
                        value={String(own(column.set, name) ?? '')}
                        placeholder="–"
                        onCommit={(text) => commit(column.id, name, text)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others.length > 0 && (
        <select
          aria-label={say('settings.setMore')}
          value=""
          onChange={(event) => setMore([...more, event.target.value])}
        >
          <option value="">{say('settings.setMore')}</option>
          {others.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </>
  )
}
