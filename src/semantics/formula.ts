// The counts of a node as formulas over the hyperparameters, beside their values: `vision_width × 3·vision_width`.
import { dim, isEqual, mul, numberOf, pretty, product, sum, type Dim } from '../shared/dimension'
import type { Analysis } from './analyse'
import { writeShape } from '../blocks/shapeText'
import { symbolicOf } from './symbolic'
import { weightsOf } from './tally'
import { nodeAtPath, type TreeNode } from './tree'
import { pathsTo } from '../shared/path'

export interface Formula {
  /** For people: `3·vision_width²`. */
  readonly text: string
  /** With the values of the setting. */
  readonly value: bigint
}

export interface TensorFormula extends Formula {
  readonly name: string
  /** As its axes stand: `vision_width × 3·vision_width`. */
  readonly shape: string
}

export interface NodeFormulas {
  /** Of one copy; empty for what holds others and for what borrows another's weights. */
  readonly tensors: readonly TensorFormula[]
  /** How many copies have weights of their own, the repeats around it included; absent when it stands once. */
  readonly copies?: Formula
  /** All copies together. */
  readonly params: Formula
  /** 2 × multiply-accumulates of one forward pass through all copies, by what is multiplied with what. */
  readonly withWeights?: Formula
  readonly betweenActivations?: Formula
  readonly forward: Formula
  /** The same of one copy, which reads better; absent when it stands once. */
  readonly ofOne?: { readonly params: Formula; readonly forward: Formula }
}

/** Of the node at a path; undefined when there is none in this setting. */
export function formulasOf(numeric: Analysis, path: string): NodeFormulas | undefined {
  const item = nodeAtPath(numeric.tree, path)
  if (!item || item.inference.absent) return undefined
  const names = ownNames(numeric)
  const symbolic = formulasIn(symbolicOf(numeric), path, names)
  const plain = formulasIn(numeric, path, names)!
  // A symbol may decide what is there, such as a repeat of 0: the formula by name would then be that of another model.
  return symbolic && isEqualIn(symbolic, plain) ? symbolic : plain
}

function isEqualIn(a: NodeFormulas, b: NodeFormulas): boolean {
  const values = (f: NodeFormulas) =>
    [
      ...f.tensors,
      f.copies,
      f.params,
      f.withWeights,
      f.betweenActivations,
      f.forward,
      f.ofOne?.params,
      f.ofOne?.forward,
    ].map((each) => each?.value)
  return String(values(a)) === String(values(b))
}

/** By path: which of its weights a node does not share with another. Only numbers can tell. */
type OwnNames = (path: string) => ReadonlySet<string>

function ownNames({ tree, evaluate }: Analysis): OwnNames {
  return (path) => {
    const item = nodeAtPath(tree, path)
    return new Set(item && weightsOf(item, evaluate).map((weight) => weight.name))
  }
}

function formulasIn(analysis: Analysis, path: string, names: OwnNames): NodeFormulas | undefined {
  const item = nodeAtPath(analysis.tree, path)
  if (!item) return undefined
  const formula = (d: Dim): Formula => ({ text: pretty(d), value: analysis.number(d) })
  const copies = copiesAt(analysis, path)
  const all = sumsOf(item, copies, names)
  const each = sumsOf(item, once, names)
  const { macs } = item.inference
  const flops = (d: Dim | undefined) => {
    const work = d && mul(dim(2), d, copies.runs)
    return work && numberOf(work) !== 0 ? formula(work) : undefined
  }
  const [withWeights, betweenActivations] = [flops(macs.weights), flops(macs.activations)]
  return {
    tensors: ownWeights(item, names).map(({ name, shape }) => ({
      name,
      shape: writeShape(shape),
      ...formula(product(shape)),
    })),
    ...(!isEqual(copies.weights, one) && { copies: formula(copies.weights) }),
    params: formula(all.params),
    ...(withWeights && { withWeights }),
    ...(betweenActivations && { betweenActivations }),
    forward: formula(mul(dim(2), all.macs)),
    ...(isOne(copies) ? {} : { ofOne: { params: formula(each.params), forward: formula(mul(dim(2), each.macs)) } }),
  }
}

const one = dim(1)

interface Copies {
  readonly weights: Dim
  readonly runs: Dim
}

const once: Copies = { weights: one, runs: one }

function isOne({ weights, runs }: Copies): boolean {
  return isEqual(weights, one) && isEqual(runs, one)
}

/** The product of the repeats on the way to a node, its own included. */
function copiesAt({ tree }: Analysis, path: string): Copies {
  return pathsTo(path).reduce<Copies>((outer, each) => repeated(outer, nodeAtPath(tree, each)), {
    weights: one,
    runs: one,
  })
}

function repeated({ weights, runs }: Copies, item: TreeNode | undefined): Copies {
  const repeat = item?.inference.repetition
  if (!repeat) return { weights, runs }
  switch (repeat.mode) {
    case 'stack':
      return { weights: mul(weights, repeat.count), runs: mul(runs, repeat.count) }
    case 'shared':
      return { weights, runs: mul(runs, repeat.count) }
    case 'parallel':
      return { weights: mul(weights, repeat.count), runs: mul(runs, repeat.active) }
  }
}

/** Parameters and multiply-accumulates of all copies of a node with everything inside. */
function sumsOf(item: TreeNode, copies: Copies, names: OwnNames): { readonly params: Dim; readonly macs: Dim } {
  if (item.inference.absent || item.state === 'absent') return { params: dim(0), macs: dim(0) }
  if (item.inside) {
    const parts = [...item.inside.nodes.values()].map((inner) => sumsOf(inner, repeated(copies, inner), names))
    return { params: sum(parts.map((p) => p.params)), macs: sum(parts.map((p) => p.macs)) }
  }
  const { macs } = item.inference
  const work = [macs.weights, macs.activations].filter((d) => d !== undefined)
  return {
    params: mul(sum(ownWeights(item, names).map((w) => product(w.shape))), copies.weights),
    macs: mul(sum(work), copies.runs),
  }
}

function ownWeights({ path, inference }: TreeNode, names: OwnNames) {
  const own = names(path)
  return inference.weights.filter((weight) => own.has(weight.name))
}
