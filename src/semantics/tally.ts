// Parameters and work by node, exact: repeats multiply, tied weights count once, a phase decides what learns.
import type { Dim } from '../shared/dimension'
import { inputGradientMacs } from './backward'
import { learns, type LevelFlow, type NodeFlow } from './flow'
import type { Evaluate } from './integer'
import { sizesOf } from './sizes'
import type { Tree, TreeNode } from './tree'
import { idOf, idsOf, parentOf } from '../shared/path'

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

function tallyLeaf(item: TreeNode, reached: NodeFlow | undefined, evaluate: Evaluate): Tally {
  if (item.state === 'absent') return nothing
  const { multiplicity, inference, state } = item
  let each = 0n
  for (const w of weightsOf(item, evaluate)) each += w.each
  const total = each * multiplicity.weights
  const isTrainable = state === 'trainable'
  const { withWeights, between } = sizesOf(inference, evaluate)
  const forward = 2n * (withWeights + between) * multiplicity.runs
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

export interface LevelTally {
  readonly sum: Tally
  readonly nodes: ReadonlyMap<string, Tally>
  readonly inside: ReadonlyMap<string, LevelTally>
}

const kept = new WeakMap<LevelFlow, LevelTally>()

/** Of every node of a graph and of all inside it, kept for as long as the level and the flow through it are the same. */
export function tallies(tree: Tree, flow: LevelFlow, evaluate: Evaluate): LevelTally {
  const known = kept.get(flow)
  if (known) return known
  const nodes = new Map<string, Tally>()
  const inside = new Map<string, LevelTally>()
  let sum = nothing
  for (const [id, item] of tree.nodes) {
    if (item.inference.absent) continue
    const inner = item.inside && tallies(item.inside, flow.inside.get(id) ?? noFlow(), evaluate)
    if (inner) inside.set(id, inner)
    const tally = inner ? inner.sum : tallyLeaf(item, flow.nodes.get(id), evaluate)
    nodes.set(id, tally)
    sum = plus(sum, tally)
  }
  const found = { sum, nodes, inside }
  kept.set(flow, found)
  return found
}

/** Through what takes no part. */
function noFlow(): LevelFlow {
  return { nodes: new Map(), inside: new Map(), edges: [] }
}

/** Of the node at a path, or of the whole under the empty one; nothing for paths that are not there. */
export function tallyAt(level: LevelTally, path: string): Tally {
  if (path === '') return level.sum
  let here: LevelTally | undefined = level
  for (const id of idsOf(parentOf(path))) here = here?.inside.get(id)
  return here?.nodes.get(idOf(path)) ?? nothing
}
