// What stands behind a number: its exact value, its formula or its largest parts, what the literature says, and what
// the literature does not say for sure. In no language. Pure.
import type { Published } from '../../document/schema'
import type { View } from '../../graph/view'
import type { Analysis } from '../../semantics/analyse'
import { doubtsAt, type Doubt } from '../../semantics/doubts'
import { formulasOf } from '../../semantics/formula'
import type { Tally } from '../../semantics/tally'
import { phaseOf, variantOf } from '../../semantics/setting'
import { nodeAtPath, type TreeNode } from '../../semantics/tree'
import { unsureIn } from '../../semantics/unsure'

const explainedQuantities = [
  'params',
  'trainable',
  'frozen',
  'active',
  'forward',
  'training',
  'inputGradients',
  'weightGradients',
] as const
export type Quantity = (typeof explainedQuantities)[number]

export function isQuantity(name: string): name is Quantity {
  return explainedQuantities.some((each) => each === name)
}

export interface Found {
  readonly published: Published
  /** (computed − published) / published */
  readonly difference: number
}

export interface Explanation {
  readonly value: bigint
  readonly formula?: string
  /** The largest parts of it, by title, largest first. */
  readonly parts: readonly { readonly item: TreeNode; readonly value: bigint }[]
  readonly found: readonly Found[]
  readonly doubts: readonly Doubt[]
}

/** Longer ones fill the screen; the inspector has them. */
const longestFormula = 120
const mostParts = 4

/** The empty path is the whole diagram. */
export function explain(analysis: Analysis, view: View, path: string, quantity: Quantity): Explanation {
  const value = valueOf(path === '' ? analysis.total : analysis.tallyAt(path), quantity)
  const formula = formulaOf(analysis, path, quantity)
  return {
    value,
    ...(formula !== undefined && formula.length <= longestFormula && formula !== String(value) && { formula }),
    parts: partsOf(analysis, path, quantity, value),
    // With other values of the symbols it is another model.
    found: Object.keys(view.set ?? {}).length ? [] : foundFor(analysis, path, quantity, value),
    doubts: doubtsAt(analysis, unsureIn(analysis), path),
  }
}

function valueOf({ params, flops }: Tally, quantity: Quantity): bigint {
  switch (quantity) {
    case 'params':
      return params.total
    case 'trainable':
    case 'frozen':
    case 'active':
      return params[quantity]
    default:
      return flops[quantity]
  }
}

function formulaOf(analysis: Analysis, path: string, quantity: Quantity): string | undefined {
  const formulas = path === '' ? undefined : formulasOf(analysis, path)
  if (quantity === 'params') return formulas?.params.text
  return quantity === 'forward' ? formulas?.forward.text : undefined
}

function partsOf(analysis: Analysis, path: string, quantity: Quantity, whole: bigint): Explanation['parts'] {
  const inside = path === '' ? analysis.tree : nodeAtPath(analysis.tree, path)?.inside
  if (!inside) return []
  const parts = [...inside.nodes.values()]
    .map((item) => ({ item, value: valueOf(analysis.tallyAt(item.path), quantity) }))
    .filter(({ value }) => value > 0n && value <= whole)
    .toSorted((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0))
  return parts.length > 1 ? parts.slice(0, mostParts) : []
}

/** Figures from the literature for the very same: this node or the whole, in the variant and phase that they are of. */
function foundFor({ diagram, variant, phase }: Analysis, path: string, quantity: Quantity, value: bigint): Found[] {
  const isMeant = (each: Published) =>
    [each.node ?? ''].flat().join() === path &&
    variantOf(diagram, each)?.id === variant?.id &&
    phaseOf(diagram, each)?.id === phase?.id &&
    each.set === undefined
  return (diagram.published ?? []).filter(isMeant).flatMap((published) => {
    const computed = computedFor(published.quantity, quantity, value)
    if (computed === undefined || published.value === 0) return []
    return [{ published, difference: computed / published.value - 1 }]
  })
}

function computedFor(of: Published['quantity'], quantity: Quantity, value: bigint): number | undefined {
  if (of === 'flops' || of === 'macs')
    return quantity === 'forward' ? Number(of === 'macs' ? value / 2n : value) : undefined
  return of === quantity ? Number(value) : undefined
}
