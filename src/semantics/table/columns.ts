// The columns of the table of nodes: what they are called, how they sort, what is written in a cell.
import { grouped, short } from '../number'
import type { NodeRow } from './rows'

export interface Column {
  readonly id: ColumnId
  readonly heading: string
  readonly align: 'left' | 'right'
}

export const columnIds = [
  'path',
  'title',
  'repeat',
  'state',
  'shape',
  'params',
  'paramShare',
  'trainable',
  'frozen',
  'active',
  'forward',
  'flopShare',
  'training',
  'unsure',
] as const
export type ColumnId = (typeof columnIds)[number]

export const columns: readonly Column[] = [
  { id: 'path', heading: 'Path', align: 'left' },
  { id: 'title', heading: 'Node', align: 'left' },
  { id: 'repeat', heading: 'Repeat', align: 'left' },
  { id: 'state', heading: 'State', align: 'left' },
  { id: 'shape', heading: 'Output', align: 'left' },
  { id: 'params', heading: 'Parameters', align: 'right' },
  { id: 'paramShare', heading: 'Share', align: 'right' },
  { id: 'trainable', heading: 'Trainable', align: 'right' },
  { id: 'frozen', heading: 'Frozen', align: 'right' },
  { id: 'active', heading: 'Active', align: 'right' },
  { id: 'forward', heading: 'Forward FLOPs', align: 'right' },
  { id: 'flopShare', heading: 'Share of FLOPs', align: 'right' },
  { id: 'training', heading: 'Training FLOPs', align: 'right' },
  { id: 'unsure', heading: 'Not sure', align: 'left' },
]

/** exact: plain digits, for programs. grouped: 87,849,216. short: 87.8M. */
export type Digits = 'exact' | 'grouped' | 'short'

/** One cell as text. */
export function cell(row: NodeRow, column: ColumnId, digits: Digits, states?: TableOptions['states']): string {
  const value = row[column]
  if (value === undefined) return ''
  if (column === 'state') return states?.[row.state!] ?? row.state!
  if (typeof value === 'string') return value
  if (typeof value === 'number') return digits === 'exact' ? String(value) : percent(value)
  if (digits === 'exact') return value.toString()
  return digits === 'grouped' ? grouped(value) : short(value)
}

/** 12.3 %; what rounds to nothing but is something is said to be less. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1 %'
  return `${(share * 100).toFixed(1)} %`
}

export interface TableOptions {
  readonly columns?: readonly ColumnId[]
  readonly digits?: Digits
  /** In place of the English ones. */
  readonly headings?: Readonly<Partial<Record<ColumnId, string>>>
  readonly states?: Readonly<Record<NonNullable<NodeRow['state']>, string>>
}

/** Any table, written out: a heading and an alignment for each column. */
export interface TextTable {
  readonly columns: readonly Pick<Column, 'heading' | 'align'>[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows as text, column by column. */
export function textTable(rows: readonly NodeRow[], options: TableOptions, digits: Digits): TextTable {
  const chosen = (options.columns ?? columnIds).map((id) => {
    const column = columns.find((each) => each.id === id)!
    return { ...column, heading: options.headings?.[id] ?? column.heading }
  })
  return {
    columns: chosen,
    rows: rows.map((row) => chosen.map(({ id }) => cell(row, id, options.digits ?? digits, options.states))),
  }
}
