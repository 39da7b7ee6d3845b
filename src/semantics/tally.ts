// Parameters and work by node, exact: repeats multiply, tied weights count once, a phase decides what learns.
import type { Dim } from '../shared/dimension'
import { inputGradientMacs } from './backward'
import { learns, type Flow } from './flow'
import type { Evaluate } from './integer'
import { sizesOf } from './sizes'
import type { Tree, TreeNode } from './tree'

export interface Params {
  readonly total: bigint
  readonly trainable: bigint
  readonly frozen: bigint
  /** Used by one token, where experts are routed. */
  readonly active: bigint
}

/** 2 × multiply-accumulates, for one example. Training is forward and backward together. */
export interface Flops {
  readonly forward: bigint
  readonly backward: bigint
  readonly training: bigint
  /** The two halves of backward. */
  readonly inputGradients: bigint
  readonly weightGradients: bigint
}

export interface Tally {
  readonly params: Params
  readonly flops: Flops
}

export interface WeightTally {
  readonly name: string
  readonly shape: readonly Dim[]
  /** Of one copy. */
  readonly each: bigint
  /** Of all copies. */
  readonly total: bigint
}

export const nothing: Tally = {
  params: { total: 0n, trainable: 0n, frozen: 0n, active: 0n },
  flops: { forward: 0n, backward: 0n, training: 0n, inputGradients: 0n, weightGradients: 0n },
}

export function plus(a: Tally, b: Tally): Tally {
  return {
    params: {
      total: a.params.total + b.params.total,
      trainable: a.params.trainable + b.params.trainable,
      frozen: a.params.frozen + b.params.frozen,
      active: a.params.active + b.params.active,
    },
    flops: {
      forward: a.flops.forward + b.flops.forward,
      backward: a.flops.backward + b.flops.backward,
      training: a.flops.training + b.flops.training,
      inputGradients: a.flops.inputGradients + b.flops.inputGradients,
      weightGradients: a.flops.weightGradients + b.flops.weightGradients,
    },
  }
}

/** Weight tensors that a node has of its own; those that it shares with their owner are counted there. */
export function weightsOf(item: TreeNode, evaluate: Evaluate): readonly WeightTally[] {
  const shared = item.owner ? [...sizesOf(item.owner.inference, evaluate).weights] : []
  const own: WeightTally[] = []
  for (const [i, each] of sizesOf(item.inference, evaluate).weights.entries()) {
    const { name, shape } = item.inference.weights[i]!
    const at = shared.indexOf(each)
    if (at >= 0) shared.splice(at, 1)
    else own.push({ name, shape, each, total: each * item.multiplicity.weights })
  }
  return own
}

function tallyLeaf(item: TreeNode, flow: Flow, evaluate: Evaluate): Tally {
  if (item.state === 'absent') return nothing
  const { multiplicity, inference, state } = item
  let each = 0n
  for (const w of weightsOf(item, evaluate)) each += w.each
  const total = each * multiplicity.weights
  const isTrainable = state === 'trainable'
  const { withWeights, between } = sizesOf(inference, evaluate)
  const forward = 2n * (withWeights + between) * multiplicity.runs
  const reached = flow.nodes.get(item.path)
  let inputGradients = 0n
  for (const { needs, runs } of reached?.passes ?? [])
    inputGradients += 2n * inputGradientMacs(inference, needs, learns(item), evaluate) * runs
  const weightGradients = 2n * withWeights * (reached?.weightRuns ?? 0n)
  const backward = inputGradients + weightGradients
  return {
    params: {
      total,
      trainable: isTrainable ? total : 0n,
      frozen: isTrainable ? 0n : total,
      active: each * multiplicity.active,
    },
    flops: { forward, backward, training: forward + backward, inputGradients, weightGradients },
  }
}

/** The tally of every node by path, and of the whole under the empty path. */
export function tallies(tree: Tree, flow: Flow, evaluate: Evaluate): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>()
  const level = (t: Tree): Tally => {
    let sum = nothing
    for (const item of t.nodes.values()) {
      if (item.inference.absent) continue
      const tally = item.inside ? level(item.inside) : tallyLeaf(item, flow, evaluate)
      found.set(item.path, tally)
      sum = plus(sum, tally)
    }
    return sum
  }
  found.set('', level(tree))
  return found
}
