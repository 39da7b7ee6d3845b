// Finding what a diagram says: in titles of all its languages, ids, blocks, settings, notes, shapes and symbols. Pure.
import { perLanguage } from '../../blocks/values'
import type { Diagram, Language, Words } from '../../document/schema'
import { own } from '../../document/own'
import { say } from '../../document/words'
import type { Analysis } from '../../semantics/analyse'
import { plainText } from '../../drawing/math/spoken'
import { annotationId } from '../../layout/annotations'
import { titleOf } from '../../semantics/title'
import { pretty } from '../../shared/dimension'
import { everyNode, type Tree, type TreeNode } from '../../semantics/tree'
import { edgeId } from '../../shared/edgeId'
import { parentOf, pathsTo } from '../../shared/path'

/** What of a thing holds the words that were looked for. */
export type FoundIn =
  'text' | 'title' | 'id' | 'block' | 'sublabel' | 'settings' | 'note' | 'init' | 'edge' | 'symbol' | 'value'

export type Target =
  | { readonly kind: 'node'; readonly path: string }
  | { readonly kind: 'edge'; readonly id: string }
  | { readonly kind: 'symbol'; readonly name: string }
  /** A free text or a frame. */
  | { readonly kind: 'annotation'; readonly id: string }

interface Entry {
  readonly target: Target
  readonly title: string
  /** Titles of what it lies in, outermost first. */
  readonly where: readonly string[]
  readonly fields: readonly (readonly [FoundIn, string])[]
}

export interface Match {
  readonly target: Target
  readonly title: string
  readonly where: readonly string[]
  readonly field: FoundIn
  /** A part of that field, and where in it the words stand. */
  readonly text: string
  readonly marks: readonly (readonly [from: number, to: number])[]
}

/** Everything that can be found, made once for a diagram in one setting. */
export function findable(analysis: Analysis, language: Language): readonly Entry[] {
  const { diagram, tree } = analysis
  const titles = new Map<string, string>()
  const entries: Entry[] = []
  for (const item of everyNode(tree)) {
    const title = titleOf(diagram, item, language)
    titles.set(item.path, title)
    const where = pathsTo(parentOf(item.path)).map((path) => titles.get(path) ?? path)
    entries.push({ target: { kind: 'node', path: item.path }, title, where, fields: nodeFields(diagram, item, title) })
  }
  edgesOf(tree, titles, language, entries)
  for (const [name, symbol] of Object.entries(diagram.symbols ?? {})) {
    const about = typeof symbol === 'object' ? symbol : { value: symbol }
    const stated = String(about.value ?? about.example ?? '')
    const dimension = analysis.scope.lookup(name)
    const value = dimension ? pretty(dimension) : stated
    entries.push({
      target: { kind: 'symbol', name },
      title: name,
      where: [],
      fields: [
        ['symbol', name],
        ...inAll('note', about.label),
        ...inAll('note', about.note),
        ['value', [name, stated, ...(value === stated ? [] : [value])].join(' = ')],
      ],
    })
  }
  return entries
}

function nodeFields(diagram: Diagram, { node, inference }: TreeNode, title: string): Entry['fields'] {
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const block = inference.block
  return [
    ['title', title],
    ...inAll('title', node.label ?? module?.label),
    ['id', node.id],
    ...inAll('block', block?.label),
    ...(block ? [['block', block.type] as const] : []),
    ...(node.module === undefined ? [] : [['block', node.module] as const]),
    ...inAll('sublabel', node.sublabel),
    ...Object.entries(node.params ?? {}).flatMap(([name, value]) =>
      inAll('settings', perLanguage(value) ?? written(value)).map(
        ([field, text]) => [field, `${name} = ${text}`] as const,
      ),
    ),
    ...(node.repeat === undefined ? [] : [['settings', `× ${repeatOf(node.repeat)}`] as const]),
    ...inAll('init', node.init),
    ...inAll('note', node.note),
    ...inAll('note', module?.note),
  ]
}

function edgesOf(tree: Tree, titles: ReadonlyMap<string, string>, language: Language, entries: Entry[]) {
  const where = pathsTo(tree.path).map((path) => titles.get(path) ?? path)
  for (const edge of tree.body.edges) {
    if (edge.label === undefined) continue
    const id = edgeId(tree.path, edge)
    const title = say(edge.label, language)
    entries.push({ target: { kind: 'edge', id }, title, where, fields: inAll('edge', edge.label) })
  }
  for (const kind of ['text', 'frame'] as const)
    for (const { id, words } of (kind === 'text' ? tree.body.texts : tree.body.frames) ?? []) {
      const title = plainText(say(words, language))
      const target = { kind: 'annotation', id: annotationId(tree.path, kind, id) } as const
      if (title !== '') entries.push({ target, title, where, fields: inAll('text', words) })
    }
  for (const item of tree.nodes.values()) if (item.inside) edgesOf(item.inside, titles, language, entries)
}

function inAll(field: FoundIn, words: Words | undefined): (readonly [FoundIn, string])[] {
  if (words === undefined) return []
  const texts = typeof words === 'string' ? [words] : Object.values(words)
  return [...new Set(texts)].map((text) => [field, text] as const)
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

function repeatOf(repeat: NonNullable<TreeNode['node']['repeat']>): string {
  return typeof repeat === 'object' ? String(repeat.count) : String(repeat)
}

const weights: Readonly<Record<FoundIn, number>> = {
  title: 0,
  text: 1,
  symbol: 1,
  id: 2,
  block: 3,
  sublabel: 4,
  edge: 5,
  settings: 6,
  value: 6,
  init: 7,
  note: 8,
}

/**
 * All words must be there, each in any field or in the titles of what it lies in; the best first: whole titles, then
 * beginnings, then the rest in order. A path is found as it is written.
 */
export function find(entries: readonly Entry[], search: string): Match[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const isPath = search.includes('/')
  const ranked: { readonly match: Match; readonly rank: number }[] = []
  for (const entry of entries) {
    let best: (typeof ranked)[number] | undefined
    const fields = isPath ? [...entry.fields, ...pathFields(entry)] : entry.fields
    const folded = fields.map(([, text]) => fold(text))
    const outside = fold(entry.where.join(' '))
    if (!words.every((word) => folded.some((text) => text.includes(word)) || outside.includes(word))) continue
    fields.forEach(([field, text], i) => {
      const inside = words.filter((word) => folded[i]!.includes(word))
      if (inside.length === 0) return
      const at = folded[i]!.indexOf(inside[0]!)
      const isWhole = folded[i] === words.join(' ')
      const begins = at === 0 || /[^\p{L}\p{N}]/u.test(folded[i]![at - 1]!)
      const rank = weights[field] * 4 + (isWhole ? 0 : begins ? 1 : 2) + (words.length - inside.length) * 100
      if (best && best.rank <= rank) return
      best = { rank, match: { ...entry, field, ...excerpt(text, folded[i]!, inside) } }
    })
    if (best) ranked.push(best)
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ match: { target, title, where, field, text, marks } }) => ({ target, title, where, field, text, marks }))
}

function pathFields({ target }: Entry): Entry['fields'] {
  return target.kind === 'node' ? [['id', target.path]] : []
}

/** The same for capital and small letters, full and half width. As long as the text: places stay the same. */
function fold(text: string): string {
  return Array.from(text, (sign) => {
    const folded = sign.normalize('NFKC').toLocaleLowerCase()
    return folded.length === sign.length ? folded : sign
  }).join('')
}

const before = 24
const after = 56

function excerpt(text: string, folded: string, words: readonly string[]): Pick<Match, 'text' | 'marks'> {
  const first = Math.min(...words.map((word) => folded.indexOf(word)))
  const from = first > before ? first - before : 0
  const to = Math.min(text.length, first + after)
  const lead = from > 0 ? '…' : ''
  const cut = lead + text.slice(from, to) + (to < text.length ? '…' : '')
  const marks: [number, number][] = []
  for (const word of words)
    for (let at = folded.indexOf(word, from); at >= 0 && at + word.length <= to; at = folded.indexOf(word, at + 1))
      marks.push([at - from + lead.length, at - from + lead.length + word.length])
  return { text: cut, marks: merged(marks) }
}

function merged(marks: [number, number][]): [number, number][] {
  const found: [number, number][] = []
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}
