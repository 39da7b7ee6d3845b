// What is written on one node, and the room that it takes.
import { perLanguage } from '../blocks/values'
import { sayIn } from '../blocks/words'
import type { MaskName } from '../blocks/masks'
import { measure } from '../drawing/measure'
import { hasCjk } from '../drawing/scripts'
import { visibleText } from '../drawing/text'
import { plainText } from '../drawing/math/spoken'
import { richWidth, wrapRich } from '../drawing/rich'
import { own } from '../document/own'
import type { Language } from '../document/schema'
import { isScratch, say } from '../document/words'
import type { Analysis } from '../semantics/analyse'
import { isDoubted } from '../semantics/doubts'
import { short } from '../semantics/number'
import { labelOf } from '../semantics/title'
import { everyNode, type TreeNode } from '../semantics/tree'
import { pretty } from '../shared/dimension'
import type { Size } from '../shared/geometry'
import { tell } from '../shared/message'
import { doubtMark, type GraphNode, type NodeState } from './graph'
import { stackLines } from './lines'
import { box, slack, typographyOf } from './typography'
import type { View } from './view'

type Described = Omit<GraphNode, 'id' | 'path' | 'place' | 'inputs' | 'outputs' | 'inside' | 'pin'>

export function describeNode(analysis: Analysis, view: View, item: TreeNode, isOpen: boolean): Described {
  const { node, inference } = item
  const title = labelOf(analysis.diagram, item, view.language)
  const sublabel = sublabelOf(analysis, view, item)
  const tally = analysis.tallyAt(item.path)
  const foldable = item.inside !== undefined
  const hasBadge = view.badges !== false && isWorthSaying(tally.params.total, analysis.total.params.total, foldable)
  const badge = hasBadge ? short(tally.params.total) : ''
  const times = inference.repetition?.times
  const often = inference.repetition && times !== 1 ? `× ${times ?? pretty(inference.repetition.count)}` : ''
  const unsure = view.badges !== false && isDoubted(analysis, item)
  const count = [often, unsure && doubtMark].filter(Boolean).join(' ')
  const state = stateOf(analysis, item)
  const sign = foldable ? '' : (inference.block?.sign ?? '')
  const second = view.large || view.sublabels === false ? '' : sublabel
  const mask = foldable ? undefined : maskOf(item, state, second)
  const wrong = inference.findings.find((f) => f.port === undefined || f.severity === 'warning')
  const problem = wrong && tell(wrong.message, view.language)
  const lines = linesOf({
    title,
    sublabel: second,
    badge,
    count,
    state,
    isOpen,
    isLarge: view.large,
    isNarrow: isNarrow(view),
    mask,
  })
  return {
    kind: node.block ?? (node.module === undefined ? 'group' : 'module'),
    title: plainText(title),
    sublabel: plainText(sublabel),
    badge,
    count,
    ...(unsure && { unsure }),
    state,
    stacked: inference.repetition !== undefined && times !== 1,
    sign,
    foldable,
    ...(view.large && { large: true }),
    titleLines: lines.title,
    sublabelLines: lines.sublabel,
    size: sign ? { width: box.sign, height: box.sign } : lines.size,
    ...(mask && { mask }),
    ...(problem && { problem }),
  }
}

/** Beside the second line there is no room for it where that is not shown. */
function maskOf(
  { inference: { block, values } }: TreeNode,
  state: NodeState | undefined,
  second: string,
): MaskName | undefined {
  const mask = values && block?.mask?.(values as never)
  return second || gridPlace(state, mask) === 'left' ? mask : undefined
}

/** A number on each small norm would hide the ones that matter. */
function isWorthSaying(params: bigint, whole: bigint, foldable: boolean): boolean {
  return params > 0n && params * (foldable ? 1000n : 100n) >= whole
}

/** The second line: as it is written, else as the block has it where that is not the title again, else what the weights begin as. */
export function sublabelOf({ diagram }: Analysis, view: View, item: TreeNode): string {
  const { node, inference } = item
  if (node.sublabel !== undefined) return say(node.sublabel, view.language)
  const values = inference.values && { ...inference.values, ...wordsIn(item, view.language) }
  const second = values && inference.block?.sublabel?.(values as never, pretty, sayIn(view.language))
  const title = labelOf(diagram, item, view.language)
  if (second && second.toLowerCase() !== title.toLowerCase()) return second
  return isScratch(node.init) ? '' : say(node.init, view.language)
}

/** What a parameter says once per language; the values hold the English of it. */
function wordsIn({ node, inference }: TreeNode, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inference.block?.fields ?? {}).flatMap(([name, { type }]) => {
      const words = type === 'words' ? perLanguage(own(node.params, name)) : undefined
      return words ? [[name, say(words, language)]] : []
    }),
  )
}

/** A folded container shows what is inside it; what has no weights has no state. */
function stateOf(analysis: Analysis, item: TreeNode): NodeState | undefined {
  if (item.state === 'absent') return 'absent'
  if (!item.inside) return hasState(item) ? item.state : undefined
  const { trainable, frozen } = analysis.tallyAt(item.path).params
  // Where nothing is counted, weights may belong to a node elsewhere, or nobody knows how many there are.
  const isCounted = trainable > 0n || frozen > 0n
  const states = isCounted ? undefined : new Set([...everyNode(item.inside)].filter(hasState).map(({ state }) => state))
  const learns = states ? states.has('trainable') : trainable > 0n
  const rests = states ? states.has('frozen') : frozen > 0n
  if (learns && rests) return 'mixed'
  if (learns) return 'trainable'
  return rests ? 'frozen' : undefined
}

function hasState({ inside, inference }: TreeNode): boolean {
  return !inside && (inference.weights.length > 0 || inference.block?.isOpaque === true)
}

interface Written {
  readonly title: string
  readonly sublabel: string
  readonly badge: string
  readonly count: string
  readonly state: NodeState | undefined
  readonly isOpen: boolean
  readonly isLarge: boolean | undefined
  readonly isNarrow: boolean
  readonly mask: MaskName | undefined
}

function linesOf(w: Written): { title: readonly string[]; sublabel: readonly string[]; size: Size } {
  const { title, sublabel, badge, count } = typographyOf(w.isLarge)
  const room = w.isNarrow ? narrowRoom(w.title, title) : box.maxTextWidth
  const most = w.isOpen ? 2 * box.maxTextWidth : room
  // An open container has room for one line above what it holds, and is as wide as that needs.
  const titleLines = w.isOpen ? [visibleText(w.title)] : wrapRich(w.title, title.size, title.weight, room)
  const sublabelLines = w.sublabel ? wrapRich(w.sublabel, sublabel.size, sublabel.weight, most) : []
  const wide = (lines: readonly string[], style: { size: number; weight: 400 | 700 }) =>
    Math.max(0, ...lines.map((line) => richWidth(line, style.size, style.weight) * slack))
  const grid = w.mask && gridPlace(w.state, w.mask)
  const icon = hasIcon(w.state) ? box.icon + box.iconGap : grid === 'left' ? box.largeGrid + box.iconGap + 2 : 0
  const beside = (text: string, style: { size: number; weight: 400 | 700 }) =>
    text ? box.gap + measure(text, style.size, style.weight) * slack : 0
  const [before, after] = [beside(w.badge, badge), beside(w.count, count)]
  const heading = w.isNarrow
    ? Math.max(
        ...titleLines.map((line, i) => {
          // The badge stands after the first line, the count after the last.
          return wide([line], title) + (i ? 0 : before) + (i < titleLines.length - 1 ? 0 : after)
        }),
      )
    : wide(titleLines, title) + before + after
  const text = Math.max(heading, wide(sublabelLines, sublabel) + (grid === 'right' ? box.gap + box.grid : 0))
  const width = Math.max(box.minWidth, Math.ceil(2 * box.padding + icon + text))
  const height =
    2 * box.verticalPadding +
    stackLines(titleLines, title, box.titleLine, box.titleBaseline).height +
    (sublabelLines.length
      ? box.sublabelGap + stackLines(sublabelLines, sublabel, box.sublabelLine, box.sublabelBaseline).height
      : 0)
  return {
    title: titleLines,
    sublabel: sublabelLines,
    size: { width: even(width), height: even(Math.max(box.minHeight, height)) },
  }
}

/** Down a column, where every word of a title may stand on a line of its own. */
function isNarrow({ aspect = 1, large = false }: View): boolean {
  return large && aspect < 1
}

/** No word is broken for it. */
function narrowRoom(text: string, { size, weight }: { readonly size: number; readonly weight: 400 | 700 }): number {
  const words = text.split(/\s+/).filter((word) => !hasCjk(word))
  const widest = Math.max(0, ...words.map((word) => richWidth(word, size, weight)))
  return Math.min(box.maxTextWidth, Math.max(box.narrowTextWidth, Math.ceil(widest)))
}

/** Even sizes put middles on whole pixels. */
function even(x: number): number {
  return 2 * Math.ceil(x / 2)
}

/** Left, where an icon would stand; at the end of the second line of what has one. */
export function gridPlace(state: NodeState | undefined, mask: MaskName | undefined): 'left' | 'right' | undefined {
  if (!mask) return undefined
  return state === undefined ? 'left' : 'right'
}

export function hasIcon(state: NodeState | undefined): boolean {
  return state === 'frozen' || state === 'trainable'
}
