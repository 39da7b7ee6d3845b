// The nodes of a figure as a table for notes and READMEs: what each weighs, computes, and whether it learns.
import { plainText } from '../drawing/math/spoken'
import { visibleText } from '../drawing/text'
import { escapeMarkdown, toMarkdown } from '../semantics/table/markdown'
import { rowsOf } from '../semantics/table/rows'
import { short } from '../semantics/number'
import { phrase } from '../scene/phrases'
import type { Drawn, Exporter, Page } from './exporter'
import { doubtsSaid } from './page'
import { groupsIn } from './scenes'

export const markdown: Exporter = {
  extension: 'md',
  label: 'Markdown',
  mime: 'text/markdown',
  needsGraph: true,
  loses: ['places', 'routes', 'colours', 'legend', 'fonts', 'document'],
  export: async ({ pages: [page] }) => tableOf(page, page.drawn!),
}

const columns = ['title', 'repeat', 'state', 'shape', 'params', 'paramShare', 'forward'] as const

function tableOf({ scene, title }: Page, drawn: Drawn): string {
  const { analysis, view } = drawn
  const nodes = groupsIn(scene.primitives).drawn
  const { language } = view
  // Depth cannot be seen in a table; a dash for each container around a node says it.
  const rows = rowsOf(analysis, language)
    .filter((row) => nodes.has(row.path))
    .map((row) => ({ ...row, title: `${'– '.repeat(row.depth)}${plainText(row.title)}` }))
  const { total, trainable, frozen } = analysis.total.params
  const sums = [
    `${phrase('parameters', language)}: ${short(total)}`,
    trainable > 0n && `${phrase('trainable', language)}: ${short(trainable)}`,
    frozen > 0n && `${phrase('frozen', language)}: ${short(frozen)}`,
    `${phrase('forwardFlops', language)}: ${short(analysis.total.flops.forward)}`,
  ]
  const sources = (analysis.diagram.about.sources ?? []).map(
    (source) =>
      `- ${escapeMarkdown([source.authors, source.year, source.title, source.arxiv && `arXiv:${source.arxiv}`, source.url].filter(Boolean).join(', '))}`,
  )
  const parts = [
    `# ${escapeMarkdown(visibleText(title ?? scene.title))}`,
    escapeMarkdown(scene.description),
    sums.filter(Boolean).join(' · '),
    toMarkdown(rows, { columns }).trimEnd(),
    escapeMarkdown(doubtsSaid(drawn)),
    sources.join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
