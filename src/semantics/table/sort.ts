// The table of nodes in another order.
import type { ColumnId } from './columns'
import type { NodeRow } from './rows'

/** A new list; rows that are equal in the column stay in the order of the document, in both directions. */
export function sortRows(rows: readonly NodeRow[], column: ColumnId, direction: 'ascending' | 'descending'): NodeRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => sign * compare(a[column], b[column]))
}

type Cell = NodeRow[ColumnId]

/** Numbers before words, nothing first of all. */
function compare(a: Cell, b: Cell): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

// A fixed language, so that the order is the same everywhere.
const words = new Intl.Collator('en', { numeric: true })
