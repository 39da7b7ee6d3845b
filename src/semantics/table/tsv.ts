// The table of nodes as tab-separated values, for spreadsheets.
import { textTable, type TableOptions } from './columns'
import type { NodeRow } from './rows'

/** A line of headings and one for each row; whole numbers are plain unless asked otherwise. */
export function toTsv(rows: readonly NodeRow[], options: TableOptions = {}): string {
  const table = textTable(rows, options, 'exact')
  const lines = [table.columns.map((column) => column.heading), ...table.rows]
  return lines.map((cells) => `${cells.map(escape).join('\t')}\n`).join('')
}

/** One cell cannot become two, nor a formula of the spreadsheet, whatever a label says. */
function escape(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
