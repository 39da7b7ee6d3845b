// The sources of a figure as BibTeX entries, to be cited where the figure is used.
import { escapeLatex } from '../drawing/latex'
import type { Diagram } from '../document/schema'
import type { Exporter } from './exporter'

type Source = NonNullable<Diagram['about']['sources']>[number]

export const bibtex: Exporter = {
  extension: 'bib',
  label: 'BibTeX',
  mime: 'application/x-bibtex',
  needsGraph: true,
  loses: ['places', 'routes', 'colours', 'badges', 'shapes', 'legend', 'fonts', 'document'],
  export: async ({ pages: [page] }) => entries(page.drawn!.analysis.diagram.about.sources ?? []),
}

function entries(sources: readonly Source[]): string {
  const keys = new Set<string>()
  return sources.map((source) => entry(source, keyOf(source, keys))).join('\n')
}

function entry(source: Source, key: string): string {
  const { title, authors, year, arxiv, url } = source
  const fields: [name: string, value: string][] = []
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') fields.push([name, escapeLatex(String(value))])
  }
  if (authors) fields.push(['author', authorsOf(authors)])
  // Braces keep capitals, which styles would make small.
  fields.push(['title', `{${escapeLatex(title)}}`])
  add('year', year)
  if (arxiv) {
    add('eprint', arxiv)
    fields.push(['archiveprefix', 'arXiv'])
  }
  const link = url ?? (arxiv && `https://arxiv.org/abs/${arxiv}`)
  // \url sets its argument as it is, but for braces and per cent signs.
  if (link) fields.push(['url', link.replace(/[\s{}\\]/g, encodeURIComponent)])
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

/** Names with commas between them become names with `and`; `et al.` is `others`. */
function authorsOf(authors: string): string {
  const others = /,?\s+(?:et al\.?|and others)$/i.test(authors)
  const names = authors
    .replace(/,?\s+(?:et al\.?|and others)$/i, '')
    .split(/\s*;\s*|\s*,\s*(?:and\s+)?|\s+and\s+/)
    .filter(Boolean)
    .map((name) => escapeLatex(name))
  return [...names, ...(others ? ['others'] : [])].join(' and ')
}

/** As people know it: the first author's family name, the year and the first word that says something. */
function keyOf(source: Source, taken: Set<string>): string {
  const first = source.authors?.split(/[,;]|\band\b/)[0]?.trim() ?? ''
  const family = plain(first.split(/\s+/).at(-1) ?? '')
  const word = source.title.split(/[^\p{L}\p{N}]+/u).find((each) => each.length > 3) ?? ''
  const base = `${family}${source.year ?? ''}${plain(word)}` || plain(source.id) || 'source'
  let key = base
  for (let n = 0; taken.has(key); n++) key = `${base}${String.fromCharCode(97 + (n % 26))}${n >= 26 ? n : ''}`
  taken.add(key)
  return key
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}
