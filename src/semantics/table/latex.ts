// Tables as LaTeX, with the rules of the booktabs package.
import { escapeLatex } from '../../drawing/latex'
import { textTable, type TableOptions, type TextTable } from './columns'
import type { NodeRow } from './rows'

/** The table of nodes. */
export function toLatex(rows: readonly NodeRow[], options: TableOptions = {}): string {
  return latexTable(textTable(rows, options, 'short'))
}

/** A `tabular`, to be put in a float; needs `\usepackage{booktabs}`. Letters of any script stay: LuaLaTeX and XeLaTeX know them. */
export function latexTable(table: TextTable): string {
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
