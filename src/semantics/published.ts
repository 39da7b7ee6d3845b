// Figures from the literature beside what is computed: tests that a diagram carries with it.
import type { Diagram, Published } from '../document/schema'
import { analyse, type Analysis } from './analyse'
import { plus, nothing, type Tally } from './tally'
import { nodeAtPath } from './tree'

export interface Compared {
  readonly published: Published
  readonly computed: bigint
  /** (computed − published) / published */
  readonly difference: number
  readonly met: boolean
  /** Paths that are not there in its variant and phase. */
  readonly missing: readonly string[]
}

/** All published figures of a diagram, each in its own variant, phase and setting. */
export function comparePublished(diagram: Diagram): Compared[] {
  const analyses = new Map<string, Analysis>()
  return (diagram.published ?? []).map((published) => {
    const { variant, phase, set } = published
    const key = JSON.stringify([variant, phase, set])
    let analysis = analyses.get(key)
    if (!analysis) analyses.set(key, (analysis = analyse(diagram, { variant, phase, set })))
    return compare(analysis, published)
  })
}

function compare(analysis: Analysis, published: Published): Compared {
  const { node } = published
  const paths = node === undefined ? undefined : typeof node === 'string' ? [node] : node
  const missing = (paths ?? []).filter((path) => !nodeAtPath(analysis.tree, path))
  const tally = paths ? paths.map((path) => analysis.tallyAt(path)).reduce(plus, nothing) : analysis.total
  const computed = quantityOf(tally, published.quantity)
  const difference = published.value === 0 ? Number(computed) : Number(computed) / published.value - 1
  return {
    published,
    computed,
    difference,
    met: Math.abs(difference) <= published.tolerance && !missing.length,
    missing,
  }
}

function quantityOf({ params, flops }: Tally, quantity: Published['quantity']): bigint {
  switch (quantity) {
    case 'params':
      return params.total
    case 'trainable':
      return params.trainable
    case 'frozen':
      return params.frozen
    case 'active':
      return params.active
    case 'flops':
      return flops.forward
    case 'macs':
      return flops.forward / 2n
  }
}
