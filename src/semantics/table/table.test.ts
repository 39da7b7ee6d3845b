import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { analyse } from '../analyse'
import { tinyLanguageModel } from '../sample.fixture'
import { cell, columnIds } from './columns'
import { escapeLatex } from '../../drawing/latex'
import { toLatex } from './latex'
import { escapeMarkdown, toMarkdown } from './markdown'
import { rowsOf, shareOf, type NodeRow } from './rows'
import { sortRows } from './sort'
import { toTsv } from './separated'

const rows = rowsOf(analyse(tinyLanguageModel({ linear: 'frozen' })))
const columns = ['path', 'state', 'params', 'paramShare'] as const

test('one row for each node, with its numbers', () => {
  expect(rows.map((row) => row.path)).toEqual(['ids', 'embed', 'linear', 'extra', 'head', 'loss'])
  expect(rows[2]).toMatchObject({
    title: 'Linear',
    state: 'frozen',
    shape: 'B × 3 × 4',
    params: 20n,
    trainable: 0n,
    frozen: 20n,
    forward: 96n,
    isContainer: false,
  })
  expect(rows[2]!.paramShare).toBeCloseTo(20 / 60, 12)
})

test('TSV is exact and for programs', () => {
  expect(toTsv(rows.slice(1, 3), { columns })).toBe(
    'Path\tState\tParameters\tShare\nembed\ttrainable\t32\t0.533333333333333\nlinear\tfrozen\t20\t0.333333333333333\n',
  )
})

test('Markdown is padded', () => {
  expect(toMarkdown(rows.slice(1, 3), { columns })).toBe(
    [
      '| Path   | State     | Parameters |  Share |',
      '| ------ | --------- | ---------: | -----: |',
      '| embed  | trainable |         32 | 53.3 % |',
      '| linear | frozen    |         20 | 33.3 % |',
      '',
    ].join('\n'),
  )
})

test('LaTeX has the rules of booktabs', () => {
  expect(toLatex(rows.slice(1, 2), { columns })).toBe(
    [
      '\\begin{tabular}{llrr}',
      '  \\toprule',
      '  Path & State & Parameters & Share \\\\',
      '  \\midrule',
      '  embed & trainable & 32 & 53.3 \\% \\\\',
      '  \\bottomrule',
      '\\end{tabular}',
      '',
    ].join('\n'),
  )
})

test('no label breaks out of its cell', () => {
  const evil: NodeRow = { ...rows[0]!, title: 'a|b\tc\n=1 & 50% of $x_1^2$ \\input{y} <b> `c`' }
  const only = { columns: ['title'] as const }
  expect(toTsv([evil], only).split('\n')).toHaveLength(3)
  expect(toTsv([{ ...evil, title: '=HYPERLINK("x")' }], only)).toBe('Node\n\'=HYPERLINK("x")\n')
  expect(escapeMarkdown(evil.title)).toBe('a\\|b c =1 &amp; 50% of $x_1^2$ \\\\input{y} &lt;b> \\`c\\`')
  expect(escapeLatex(evil.title)).toBe(
    'a\\textbar{}b c =1 \\& 50\\% of \\$x\\_1\\textasciicircum{}2\\$ \\textbackslash{}input\\{y\\} \\textless{}b\\textgreater{} \\textasciigrave{}c\\textasciigrave{}',
  )
})

test('signs of formulas are mathematics in LaTeX', () => {
  expect(escapeLatex('B × (image/patch)² + 1 → 3·d¹⁰')).toBe(
    'B $\\times$ (image/patch)$^{2}$ + 1 $\\to$ 3$\\cdot$d$^{10}$',
  )
})

test('sorting by any column keeps all rows and is stable', () => {
  for (const column of columnIds)
    for (const direction of ['ascending', 'descending'] as const) {
      const sorted = sortRows(rows, column, direction)
      expect(new Set(sorted)).toEqual(new Set(rows))
      expect(sortRows(sorted, column, direction)).toEqual(sorted)
    }
  expect(sortRows(rows, 'params', 'descending').map((row) => row.path)).toEqual([
    'embed',
    'linear',
    'extra',
    'ids',
    'head',
    'loss',
  ])
})

test('shares of numbers past 2^53 are right', () => {
  expect(shareOf(2n ** 70n, 2n ** 72n)).toBe(0.25)
  expect(shareOf(0n, 0n)).toBe(0)
})

test('small shares are not said to be nothing', () => {
  expect(cell({ ...rows[0]!, paramShare: 0.0001 }, 'paramShare', 'short')).toBe('< 0.1 %')
  expect(cell({ ...rows[0]!, paramShare: 0 }, 'paramShare', 'short')).toBe('0.0 %')
})

test.each(allDiagrams())('$name: rows at the top add up to the whole', ({ diagram }) => {
  const analysis = analyse(diagram)
  const top = rowsOf(analysis).filter((row) => row.depth === 0)
  expect(top.reduce((sum, row) => sum + row.params, 0n)).toBe(analysis.total.params.total)
  expect(top.reduce((sum, row) => sum + row.training, 0n)).toBe(analysis.total.flops.training)
})
