// The table of nodes as LaTeX, with the rules of the booktabs package.
import { escapeLatex } from '../../drawing/latex'
import { textTable, type TableOptions } from './columns'
import type { NodeRow } from './rows'

/** A `tabular`, to be put in a float; needs `\usepackage{booktabs}`. Letters of any script stay: LuaLaTeX and XeLaTeX know them. */
export function toLatex(rows: readonly NodeRow[], options: TableOptions = {}): string {
  const table = textTable(rows, options, 'short')
  const line = (cells: readonly string[]) => `  ${cells.map((cell) => escapeLatex(cell)).join(' & ')} \\\\\n`
  const aligns = table.columns.map((column) => (column.align === 'right' ? 'r' : 'l')).join('')
  return [
    `\\begin{tabular}{${aligns}}\n`,
    '  \\toprule\n',
    line(table.columns.map((column) => column.heading)),
    '  \\midrule\n',
    ...table.rows.map(line),
    '  \\bottomrule\n',
    '\\end{tabular}\n',
  ].join('')
}
