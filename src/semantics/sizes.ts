// The exact sizes of one block's weights and work, kept with what was inferred of it: an edit elsewhere leaves them alone.
import { product } from '../shared/dimension'
import { integer, type Evaluate } from './integer'
import type { NodeInference } from './inference'

export interface Sizes {
  /** Of each weight tensor, in their order; one copy. */
  readonly weights: readonly bigint[]
  /** Multiply-accumulates with weights, of one run. */
  readonly withWeights: bigint
  /** Multiply-accumulates of two activations, of one run. */
  readonly between: bigint
}

const kept = new WeakMap<NodeInference, Sizes>()

/** An inference belongs to one scope, so `evaluate` gives the same for it every time. */
export function sizesOf(node: NodeInference, evaluate: Evaluate): Sizes {
  let sizes = kept.get(node)
  if (!sizes) {
    const { weights, macs } = node
    sizes = {
      weights: weights.map((w) => integer(product(w.shape), evaluate)),
      withWeights: macs.weights ? integer(macs.weights, evaluate) : 0n,
      between: macs.activations ? integer(macs.activations, evaluate) : 0n,
    }
    kept.set(node, sizes)
  }
  return sizes
}
