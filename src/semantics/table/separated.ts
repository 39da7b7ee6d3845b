// Tables for spreadsheets: separated by tabs for the clipboard, by commas for files.
import { textTable, type TableOptions, type TextTable } from './columns'
import type { NodeRow } from './rows'

/** The table of nodes, tab-separated; whole numbers are plain unless asked otherwise. */
export function toTsv(rows: readonly NodeRow[], options: TableOptions = {}): string {
  return lines(textTable(rows, options, 'exact'), (cells) => cells.join('\t'))
}

/** Any table as comma-separated values (RFC 4180, with plain line feeds). */
export function csvTable(table: TextTable): string {
  return lines(table, (cells) =>
    cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
  )
}

/** A line of headings and one for each row. */
function lines({ columns, rows }: TextTable, write: (cells: readonly string[]) => string): string {
  return [columns.map(({ heading }) => heading), ...rows].map((cells) => `${write(cells.map(flat))}\n`).join('')
}

/** One cell cannot become two, nor a formula of the spreadsheet, whatever a label says. */
function flat(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim()
  return /^[=+\-@]/.test(words) ? `'${words}` : words
}
