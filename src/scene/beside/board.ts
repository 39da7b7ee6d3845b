// What stands under two pictures side by side: what the marks mean, the numbers of both, and the parts that are not the same.
import type { Language } from '../../document/schema'
import { measure } from '../../drawing/measure'
import type { Primitive } from '../../drawing/primitives'
import { wrap } from '../../drawing/wrap'
import { timesOf, type GraphNode } from '../../graph/graph'
import type { Analysis } from '../../semantics/analyse'
import { short } from '../../semantics/number'
import { comparedNumbers } from '../../semantics/beside/numbers'
import { roles } from '../../semantics/beside/roles'
import type { Framed } from '../frame'
import { below, moved } from '../move'
import type { Look } from '../look'
import { phrase } from '../phrases'
import { line } from '../text'
import { themes } from '../themes'
import type { ChangedPair, Differences } from './differences'
import { disc, meaningsIn } from './marks'

export interface Board {
  /** Line by line. */
  readonly names: readonly [left: readonly string[], right: readonly string[]]
  readonly analyses: readonly [left: Analysis, right: Analysis]
  readonly differences: Differences
  /** So many parts are told one by one. */
  readonly most: number
}

/** A table as text; the first row is its heading. */
type Rows = readonly (readonly string[])[]

/** `size`: of its type. */
export function drawBoard(board: Board, look: Look, language: Language, size: number, width: number): Framed {
  const { differences } = board
  const numbers = tableOf(numberRows(board, language), size, width, { look, language, aligned: 'end' })
  const isBeside = numbers.width + 3 * size < width * 0.45
  const room = isBeside ? width - numbers.width - 3 * size : width
  const pairs = tableOf(pairRows(board, language), size, room, { look, language, aligned: 'start' })
  const key = legendOf(differences, look, language, size, width)
  const at = isBeside ? { x: numbers.width + 3 * size, y: key.height } : { x: 0, y: key.height + numbers.height + size }
  const height = isBeside ? Math.max(numbers.height, pairs.height) : numbers.height + size + pairs.height
  return {
    height: key.height + height,
    primitives: [...key.primitives, ...below(numbers.primitives, key.height), ...moved(pairs.primitives, at)],
  }
}

/** The names of the two, then the numbers. */
function numberRows({ names, analyses: [left, right] }: Board, language: Language): Rows {
  return [
    ['', ...names.map((lines) => lines.join('\n')), ''],
    ...comparedNumbers(left, right).map((each) => [each.name[language], each.left, each.right, each.ratio]),
  ]
}

function pairRows({ names, differences: { changed }, most }: Board, language: Language): Rows {
  if (changed.length === 0) return []
  const rest = changed.length - most
  return [
    ['', '', ...names.map((lines) => lines.join('\n'))],
    ...changed.slice(0, most).map((pair) => [String(pair.number), ...pairTold(pair, language)]),
    ...(rest > 0 ? [['', phrase('andMore', language).replace('{count}', String(rest)), '', '']] : []),
  ]
}

/** What the part is for, and what it is here and there. */
export function pairTold(pair: ChangedPair, language: Language): readonly [what: string, left: string, right: string] {
  const { left, right, role, how, params } = pair
  const isNamed = left.title === right.title
  const what = isNamed ? left.title : role ? roles[role][language] : ''
  const sizeTold = (node: GraphNode, count: bigint) => {
    if (params[0] !== params[1]) return count > 0n ? short(count) : ''
    return how.includes('size') && !node.foldable ? node.sublabel : ''
  }
  const told = (node: GraphNode, count: bigint) =>
    [
      isNamed ? '' : [node.title, node.count].filter(Boolean).join(' '),
      isNamed && timesOf(left) !== timesOf(right) ? node.count : '',
      sizeTold(node, count),
      how.includes('state') ? phrase(node.state ?? 'plain', language) : '',
    ]
      .filter(Boolean)
      .join('\u00a0· ')
  return [what, told(left, params[0]), told(right, params[1])]
}

interface Setting {
  readonly look: Look
  readonly language: Language
  /** Of all columns but the first. */
  readonly aligned: 'start' | 'end'
}

function tableOf(rows: Rows, size: number, room: number, { look, language, aligned }: Setting) {
  if (rows.length === 0) return { width: 0, height: 0, primitives: [] }
  const { ink, muted } = themes[look.theme]
  const gap = size * 1.4
  const weightOf = (row: number) => (row === 0 ? 700 : 400)
  const natural = rows[0]!.map((_, i) => Math.max(...rows.map((row, r) => widest(row[i]!, size, weightOf(r)))))
  const widths = narrowed(natural, room - gap * (natural.length - 1))
  const width = widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1)
  const primitives: Primitive[] = []
  let y = 0
  rows.forEach((row, r) => {
    const cells = row.map((text, i) => wrap(text, size, weightOf(r), widths[i]!))
    let x = 0
    cells.forEach((lines, i) => {
      const anchor = i > 0 && aligned === 'end' ? 'end' : 'start'
      const style = { size, weight: weightOf(r) } as const
      lines.forEach((text, l) => {
        if (!text) return
        const at = anchor === 'end' ? x + widths[i]! : x
        primitives.push(line(text, at, y + size * (1.15 + 1.25 * l), style, i === 0 ? muted : ink, language, anchor))
      })
      x += widths[i]! + gap
    })
    y += size * (0.35 + 1.25 * Math.max(1, ...cells.map(({ length }) => length)))
  })
  return { width, height: y, primitives }
}

function widest(text: string, size: number, weight: 400 | 700): number {
  return Math.max(...text.split('\n').map((each) => measure(each, size, weight)))
}

/** Wide columns give way until all have room. */
function narrowed(widths: readonly number[], room: number): readonly number[] {
  const sum = widths.reduce((all, each) => all + each, 0)
  if (sum <= room) return widths
  let most = Math.max(...widths)
  while (most > 40 && widths.reduce((all, each) => all + Math.min(each, most), 0) > room) most *= 0.95
  return widths.map((each) => Math.min(each, most))
}

function legendOf(differences: Differences, look: Look, language: Language, size: number, width: number): Framed {
  const { muted } = themes[look.theme]
  const scale = Math.max(1, size / 14)
  const primitives: Primitive[] = []
  let [x, y] = [0, size * 1.2]
  for (const { mark, name } of meaningsIn(differences)) {
    const words = phrase(name, language)
    const before = mark === undefined ? 0 : 30 * scale
    const needs = before + measure(words, size, 400)
    if (x > 0 && x + needs > width) [x, y] = [0, y + size * 1.8]
    if (mark !== undefined) primitives.push(...disc(mark, { x: x + 11 * scale, y }, look, scale))
    primitives.push(line(words, x + before, y + size * 0.36, { size, weight: 400 }, muted, language))
    x += needs + size * 1.6
  }
  return { height: y + size * 1.4, primitives }
}
