// All nodes with their numbers: sorted, filtered, copied. A click leads to the node.
import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ColumnId } from '../../semantics/table/columns'
import { toLatex } from '../../semantics/table/latex'
import { toMarkdown } from '../../semantics/table/markdown'
import { rowsOf, type NodeRow } from '../../semantics/table/rows'
import { sortRows } from '../../semantics/table/sort'
import { toTsv } from '../../semantics/table/separated'
import { unsureIn } from '../../semantics/unsure'
import { copyText } from '../files/copy'
import { useEditor, useEditorState, useShown } from '../react'
import { useSay, type StringKey } from '../strings/language'
import { NodeRows } from './NodeRows'
import { documentLanguageOf } from '../state'

export type ShownColumn = Exclude<ColumnId, 'path' | 'repeat' | 'paramShare' | 'flopShare' | 'unsure'>
export interface Order {
  readonly column: ShownColumn
  readonly direction: 'ascending' | 'descending'
}

const formats = [
  ['TSV', toTsv],
  ['Markdown', toMarkdown],
  ['LaTeX', toLatex],
] as const

export function NodeTable() {
  const editor = useEditor()
  const say = useSay()
  const shown = useShown()
  const language = useEditorState(documentLanguageOf)
  const [search, setSearch] = useState('')
  const [isLeavesOnly, setIsLeavesOnly] = useState(false)
  const [order, setOrder] = useState<Order>()
  const rows = useMemo(() => {
    if (!shown) return []
    const { analysis } = shown.picture
    return rowsOf(analysis, language, unsureIn(analysis))
  }, [shown, language])
  const wanted = useMemo(() => {
    const found = rows.filter((row) => !(isLeavesOnly && row.isContainer) && matches(row, search))
    return order ? sortRows(found, order.column, order.direction) : found
  }, [rows, search, isLeavesOnly, order])
  const columns = columnsFor(rows)

  async function copy(name: string, write: typeof toTsv) {
    const others = columns.filter((id) => id !== 'title')
    const unsure = wanted.some((row) => row.unsure) ? (['unsure'] as const) : []
    const ids: ColumnId[] = ['path', 'title', 'repeat', ...others, ...unsure]
    const headings = Object.fromEntries(ids.map((id) => [id, say(`table.${id}` as StringKey)]))
    const states = {
      frozen: say('state.frozen'),
      trainable: say('state.trainable'),
      mixed: say('state.mixed'),
      absent: say('state.absent'),
    }
    const isCopied = await copyText(write(wanted, { columns: ids, headings, states }))
    editor.notify(
      isCopied
        ? { text: say('table.copied', { format: name, count: wanted.length }) }
        : { kind: 'problem', text: say('table.notCopied') },
    )
  }

  return (
    <>
      <div className="drawer-tools">
        <input
          type="search"
          value={search}
          placeholder={say('table.filter')}
          aria-label={say('table.filter')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <label className="field is-inline">
          <input type="checkbox" checked={isLeavesOnly} onChange={(event) => setIsLeavesOnly(event.target.checked)} />
          <span>{say('table.leaves')}</span>
        </label>
        <span className="is-right">
          <Copy size={13} aria-hidden="true" />
          {formats.map(([name, write]) => (
            <button key={name} type="button" className="button is-small" onClick={() => void copy(name, write)}>
              <span className="visually-hidden">{say('table.copy')}</span> {name}
            </button>
          ))}
        </span>
      </div>
      <NodeRows rows={wanted} columns={columns} order={order} isTree={!order && !search} onOrder={setOrder} />
    </>
  )
}

/** The column of active parameters says nothing where every token uses all of them. */
function columnsFor(rows: readonly NodeRow[]): readonly ShownColumn[] {
  const isRouted = rows.some((row) => row.active !== row.params)
  const active = isRouted ? (['active'] as const) : []
  return ['title', 'state', 'shape', 'params', 'trainable', 'frozen', ...active, 'forward', 'training']
}

function matches({ path, title, state, shape }: NodeRow, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = `${path} ${title} ${state ?? ''} ${shape}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
