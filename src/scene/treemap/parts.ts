// What a chart is of: the nodes of an analysis as a tree of amounts, by what their weights do.
import type { Language } from '../../document/schema'
import type { Analysis } from '../../semantics/analyse'
import { repeatText } from '../../semantics/table/rows'
import { weightsOf, type Tally } from '../../semantics/tally'
import { titleOf } from '../../semantics/title'
import type { Tree, TreeNode } from '../../semantics/tree'

export const chartQuantities = ['params', 'flops', 'training'] as const
export type ChartQuantity = (typeof chartQuantities)[number]

export const partStates = ['trainable', 'frozen', 'plain'] as const
export type PartState = (typeof partStates)[number]

export interface Part {
  /** Of the node; a weight tensor has its name after a `#`. */
  readonly path: string
  readonly isTensor: boolean
  readonly title: string
  /** `× 24`; empty when it stands once. */
  readonly repeat: string
  readonly amount: bigint
  /** The amount by state; `plain` has no weights. */
  readonly states: Readonly<Record<PartState, bigint>>
  /** Largest first; none below the depth asked for. */
  readonly parts: readonly Part[]
}

export function amountOf({ params, flops }: Tally, quantity: ChartQuantity): bigint {
  switch (quantity) {
    case 'params':
      return params.total
    case 'flops':
      return flops.forward
    case 'training':
      return flops.training
  }
}

/**
 * The parts of the whole, largest first, `depth` levels deep, down to weight tensors where parameters are shown; what
 * amounts to nothing is left out.
 */
export function partsOf(analysis: Analysis, quantity: ChartQuantity, depth: number, language: Language): Part[] {
  const level = (tree: Tree, left: number): Part[] =>
    [...tree.nodes.values()]
      .filter((item) => !item.inference.absent && item.state !== 'absent')
      .map((item) => part(item, left))
      .filter(({ amount }) => amount > 0n)
      .sort(byAmount)
  const part = (item: TreeNode, left: number): Part => {
    const inner = item.inside ? level(item.inside, left - 1) : quantity === 'params' ? tensorsOf(analysis, item) : []
    const amount = amountOf(analysis.tallyAt(item.path), quantity)
    const only = inner.length === 1 ? inner[0] : undefined
    return {
      path: item.path,
      isTensor: false,
      title: titleOf(analysis.diagram, item, language),
      // A box that holds nothing but one other would say the same twice.
      repeat: repeatText(item) || (only?.repeat ?? ''),
      amount,
      states: item.inside ? summed(inner) : { ...none, [stateOf(item)]: amount },
      parts: left > 1 ? (only ? only.parts : inner) : [],
    }
  }
  return level(analysis.tree, depth)
}

function tensorsOf({ evaluate }: Analysis, item: TreeNode): Part[] {
  const state = stateOf(item)
  return weightsOf(item, evaluate)
    .map(({ name, total }) => ({
      path: `${item.path}#${name}`,
      isTensor: true,
      title: name,
      repeat: '',
      amount: total,
      states: { ...none, [state]: total },
      parts: [],
    }))
    .filter(({ amount }) => amount > 0n)
    .sort(byAmount)
}

function byAmount(a: Part, b: Part): number {
  return a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0
}

const none: Part['states'] = { trainable: 0n, frozen: 0n, plain: 0n }

function summed(parts: readonly Part[]): Part['states'] {
  return parts.reduce<Part['states']>(
    (sum, { states }) => ({
      trainable: sum.trainable + states.trainable,
      frozen: sum.frozen + states.frozen,
      plain: sum.plain + states.plain,
    }),
    none,
  )
}

function stateOf({ state, inference }: TreeNode): PartState {
  if (!inference.weights.length) return 'plain'
  return state === 'trainable' ? 'trainable' : 'frozen'
}
