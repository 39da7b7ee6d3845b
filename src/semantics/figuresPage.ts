// The page that lists every published figure of many diagrams: `diagrams/FIGURES.md`, written from the data.
import { say } from '../document/words'
import type { Diagram } from '../document/schema'
import { figureRows, type FigureRow } from './figures'
import { escapeMarkdown, markdownTable } from './table/markdown'

export interface NamedFile {
  readonly file: string
  readonly diagram: Diagram
}

export function figuresPage(files: readonly NamedFile[]): string {
  // In a fixed order, whatever the shell's.
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const sections = sorted.map(({ file, diagram }) => ({ file, diagram, rows: figureRows(diagram) }))
  const rows = sections.flatMap((section) => section.rows)
  return [
    '# Published figures',
    'Every figure from the literature that the diagrams carry, beside what Frieze computes from the same diagram. `npm run figures` writes this page; a test compares it with the data. A figure is _met_ when it differs by no more than the tolerance, which follows from how many digits were printed. It is _explained_ when the literature contradicts itself there, and the note says how. Anything else fails the tests.',
    `${summary(rows)}`,
    ...sections.flatMap(section),
  ]
    .join('\n\n')
    .concat('\n')
}

function summary(rows: readonly FigureRow[]): string {
  const count = (verdict: FigureRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const failed = count('not met')
  return `${rows.length} figures: ${count('met')} met, ${count('explained')} explained${failed ? `, **${failed} not met**` : ''}.`
}

function section({ file, diagram, rows }: NamedFile & { readonly rows: readonly FigureRow[] }): string[] {
  const { about } = diagram
  const title = `## ${escapeMarkdown(say(about.title, 'en'))}`
  const used = (about.sources ?? []).filter(({ id }) => diagram.published?.some((figure) => figure.source === id))
  const sources = used.map(({ id, authors, title, year, arxiv, url }) => {
    const link = arxiv ? `[arXiv:${arxiv}](https://arxiv.org/abs/${arxiv})` : url ? `<${url}>` : ''
    const words = [authors, title, year]
      .filter((each) => each !== undefined)
      .map((each) => escapeMarkdown(String(each)))
    return `- ${id}: ${[...words, ...(link ? [link] : [])].join(', ')}`
  })
  const headings = ['Variant', 'Figure', 'Published', 'Computed', 'Difference', 'Tolerance', '', 'Source', 'Note']
  const table = markdownTable({
    columns: headings.map((heading, i) => ({ heading, align: i >= 2 && i <= 5 ? 'right' : 'left' })),
    rows: rows.map((row) => [
      row.variant,
      row.what,
      row.published,
      row.computed,
      row.difference,
      row.tolerance,
      row.verdict,
      row.source,
      row.note,
    ]),
  })
  const head = [title, `[\`${file}\`](${file}). ${summary(rows)}`]
  return rows.length ? [...head, table.trimEnd(), ...(sources.length ? [sources.join('\n')] : [])] : []
}
