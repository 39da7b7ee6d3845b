// Tables as Markdown (GitHub's), padded so that the text itself reads as a table.
import { hasCjk } from '../../drawing/scripts'
import { textTable, type TableOptions, type TextTable } from './columns'
import type { NodeRow } from './rows'

/** The table of nodes. */
export function toMarkdown(rows: readonly NodeRow[], options: TableOptions = {}): string {
  return markdownTable(textTable(rows, options, 'short'))
}

/** Any table. Cells are text, not Markdown. */
export function markdownTable({ columns, rows }: TextTable): string {
  const headings = columns.map(({ heading }) => heading)
  const cells = [headings, ...rows].map((row) => row.map(escapeMarkdown))
  const widths = headings.map((_, i) => Math.max(3, ...cells.map((row) => columnsOf(row[i] ?? ''))))
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(widths[i]! - columnsOf(text))
    return columns[i]?.align === 'right' ? space + text : text + space
  }
  const [head, ...body] = cells.map((row) => `| ${row.map(pad).join(' | ')} |\n`)
  const rule = widths.map((width, i) =>
    columns[i]?.align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  )
  return `${head}| ${rule.join(' | ')} |\n${body.join('')}`
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}

/** As many columns of a terminal as a text takes. */
function columnsOf(text: string): number {
  return [...text].reduce((width, sign) => width + (hasCjk(sign) ? 2 : 1), 0)
}
