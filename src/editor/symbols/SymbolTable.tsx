// The hyperparameters by name: written, changed, tried without changing the document, put back.
import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { basisText } from '../../document/basis'
import { TextField } from '../panels/Controls'
import { useEditor, useEditorState, useShown } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { keepTried, readExpression, stateThere, symbolRows, whyNotThere, type SymbolRow } from './rows'
import { UnsureMark } from './UnsureMark'

export function SymbolTable() {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const analysis = useShown()?.picture.analysis
  const tried = useEditorState(({ session }) => session.tried)
  const saved = useEditorState((state) => state.origin.saved ?? state.origin.opened ?? diagramOf(state))
  const [isTrying, setIsTrying] = useState(false)
  const rows = useMemo(
    () => (analysis ? symbolRows(analysis, tried, saved, language) : []),
    [analysis, tried, saved, language],
  )
  if (!analysis || rows.length === 0) return null
  const hasTried = Object.keys(tried).length > 0

  function change(row: SymbolRow, text: string) {
    const value = readExpression(text)
    if (text.trim() === '') return reset(row)
    const why = whyNotThere(analysis!, row, value)
    if (why !== undefined) return editor.notify({ kind: 'problem', text: tellNow(why) })
    if (isTrying || row.source === 'tried') editor.setSession({ tried: { ...tried, [row.name]: value } })
    else editor.edit(stateThere(analysis!, row, value))
  }

  function reset(row: SymbolRow) {
    if (row.source === 'tried') {
      const { [row.name]: _, ...others } = tried
      editor.setSession({ tried: others })
    } else if (row.before !== undefined) editor.edit(stateThere(analysis!, row, row.before))
  }

  function keep() {
    editor.edit(keepTried(analysis!, tried))
    editor.setSession({ tried: {} })
  }

  return (
    <section data-testid="symbols">
      <h3>{say('inspector.symbols')}</h3>
      <label className="field is-inline" title={say('symbols.tryHint')}>
        <input type="checkbox" checked={isTrying} onChange={(event) => setIsTrying(event.target.checked)} />
        <span>{say('symbols.try')}</span>
      </label>
      {rows.some(({ source }) => source === 'variant') && <p className="hint symbol-key">{say('symbols.variant')}</p>}
      {hasTried && (
        <div className="mends">
          <button type="button" className="button is-small" onClick={keep}>
            {say('symbols.keep')}
          </button>
          <button type="button" className="button is-small" onClick={() => editor.setSession({ tried: {} })}>
            {say('symbols.drop')}
          </button>
        </div>
      )}
      <table className="symbols">
        <tbody>
          {rows.map((row) => (
            <Line key={row.name} row={row} onChange={change} onReset={reset} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LineProps {
  readonly row: SymbolRow
  readonly onChange: (row: SymbolRow, text: string) => void
  readonly onReset: (row: SymbolRow) => void
}

function Line({ row, onChange, onReset }: LineProps) {
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const { name, about, doubt, source, written, value, before } = row
  const canReset = source === 'tried' || before !== undefined
  return (
    <tr className={`is-${source}`} data-symbol={name}>
      <th scope="row" title={about}>
        <code>{name}</code>
        {doubt && <UnsureMark title={`${say('facts.unsure')}: ${basisText(doubt, language)}`} />}
        {source === 'variant' && <span className="visually-hidden">{say('symbols.variant')}</span>}
        {(source === 'free' || source === 'phase' || source === 'tried') && (
          <small className="symbol-source">{say(`symbols.${source}`)}</small>
        )}
      </th>
      <td>
        <TextField label={name} value={written} onCommit={(text) => onChange(row, text)} />
        {value && <output className="field-result">= {value}</output>}
      </td>
      <td className="symbol-reset">
        {canReset && (
          <button
            type="button"
            className="tool"
            aria-label={say('symbols.reset', { name })}
            onClick={() => onReset(row)}
          >
            <RotateCcw size={13} aria-hidden="true" />
          </button>
        )}
      </td>
    </tr>
  )
}
