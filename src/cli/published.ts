// frieze published: figures from the literature beside what is computed.
import { basename } from 'node:path'
import { figureRows } from '../semantics/figures'
import { figuresPage } from '../semantics/figuresPage'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { columns } from './table'

export const publishedCommand: Command = {
  name: 'published',
  takes: 'FILE… [-o OUT.md]',
  about: 'Compares published figures with what is computed; exit code 1 when one is not met and no note says why.',
  options: ['markdown', 'output'],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files, options }) {
    const named = []
    for (const file of files) named.push({ file: basename(file), diagram: await readDiagram(file) })
    const rows = named.flatMap(({ file, diagram }) => figureRows(diagram).map((row) => ({ file, ...row })))
    const text = options.markdown ? figuresPage(named) : table(rows)
    await write(options.output ?? '-', text)
    return rows.some((row) => row.verdict === 'not met') ? 1 : 0
  },
}

function table(rows: readonly ({ readonly file: string } & ReturnType<typeof figureRows>[number])[]): string {
  const heads = ['', 'variant', 'figure', 'published', 'computed', 'difference', 'tolerance', '', 'source']
  return columns(
    heads.map((title, i) => ({ title, isNumber: i >= 3 && i <= 6 })),
    rows.map((row) => [
      row.file,
      row.variant,
      row.what,
      row.published,
      row.computed,
      row.difference,
      row.tolerance,
      row.verdict,
      row.source,
    ]),
  )
}
