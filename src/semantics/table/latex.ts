// The table of nodes as LaTeX, with the rules of the booktabs package.
import { textTable, type TableOptions } from './columns'
import type { NodeRow } from './rows'

/** A `tabular`, to be put in a float; needs `\usepackage{booktabs}`. */
export function toLatex(rows: readonly NodeRow[], options: TableOptions = {}): string {
  const table = textTable(rows, options, 'short')
  const line = (cells: readonly string[]) => `  ${cells.map(escapeLatex).join(' & ')} \\\\\n`
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

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '[': '{[}',
  ']': '{]}',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '−': '$-$',
  '→': '$\\to$',
  '⌊': '$\\lfloor$',
  '⌋': '$\\rfloor$',
  '⌈': '$\\lceil$',
  '⌉': '$\\rceil$',
  '…': '\\dots{}',
}

const powers = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Text that LaTeX sets as it is. Letters of any script stay: LuaLaTeX and XeLaTeX know them. */
export function escapeLatex(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  return flat.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^]/gu, (sign) => {
    const digits = [...sign].map((each) => powers.indexOf(each))
    if (digits.every((digit) => digit >= 0)) return `$^{${digits.join('')}}$`
    return Object.hasOwn(commands, sign) ? commands[sign]! : sign
  })
}
