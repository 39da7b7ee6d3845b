// The diagram written out: every node at its path with its inference, its state and how often it is there. Repeats are
// one node; modules are walked once for each instance.
import type { Diagram, DiagramNode, GraphBody } from '../document/schema'
import type { BodyInference, NodeInference } from './inference'
import { initialState, stateIn, statesAt, type EffectiveState, type States } from './states'
import { integer } from './integer'
import type { Evaluate } from './integer'
import { noPorts, portsOf, type Ports } from './ports'
import { pathIn } from '../shared/path'

/** How many copies a node stands for, all surrounding repeats included. */
export interface Multiplicity {
  /** Copies with weights of their own. */
  readonly weights: bigint
  /** Copies that one token uses, counted in weights. */
  readonly active: bigint
  /** Times that it is run for one example. */
  readonly runs: bigint
}

export interface TreeNode {
  readonly path: string
  readonly node: DiagramNode
  readonly inference: NodeInference
  /** Of its weights; that of their owner where it uses another node's. */
  readonly state: EffectiveState
  readonly multiplicity: Multiplicity
  readonly inside?: Tree
  /** The node whose weights it uses, itself or with a container that is tied as a whole. */
  readonly owner?: TreeNode
}

export interface Tree {
  /** Path of the node whose inside this is; empty for the root. */
  readonly path: string
  readonly body: GraphBody
  readonly inference: BodyInference
  /** In the order of the document. */
  readonly nodes: ReadonlyMap<string, TreeNode>
}

type Growing = { -readonly [K in keyof TreeNode]: TreeNode[K] }

/**
 * Levels that hold no borrowed weights are kept for as long as their inference lives: after an edit elsewhere they are the
 * very same objects, and so is all that is found out about them.
 */
const kept = new WeakMap<BodyInference, Map<string, Tree>>()

/** More settings than anybody goes back and forth between. */
const mostKept = 30

/** With `isThawed`, what nodes say of themselves does not count. */
export function treeOf(
  diagram: Diagram,
  inference: BodyInference,
  stated: States,
  evaluate: Evaluate,
  isThawed = false,
): Tree {
  const modules = diagram.modules ?? {}
  /** In the order of the document, with the path of what each is tied to. */
  const tied: [leaf: Growing, to: string][] = []

  function walk(
    body: GraphBody,
    found: BodyInference,
    path: string,
    inherited: EffectiveState,
    outer: Multiplicity,
    tiedTo: string | undefined,
    states: States,
  ): Tree {
    const nodes = new Map<string, TreeNode>()
    for (const node of body.nodes) {
      const known = found.nodes.get(node.id)
      if (!known) continue
      const here = pathIn(path, node.id)
      const isLeftOut = known.passes !== undefined && !known.absent
      const said = statesAt(states, node.id)
      const state = isLeftOut ? 'absent' : stateIn(said, isThawed ? undefined : node.state, inherited)
      const multiplicity = multiplied(outer, known, evaluate)
      const inheritedTie = tiedTo === undefined ? undefined : pathIn(tiedTo, node.id)
      const to = known.untied ? undefined : (node.tied ?? inheritedTie)
      const innerBody = node.group ?? (node.module === undefined ? undefined : modules[node.module])
      const inside =
        innerBody && known.inside && !known.absent
          ? once(innerBody, known.inside, here, state, multiplicity, to, said)
          : undefined
      const item: Growing = { path: here, node, inference: known, state, multiplicity, inside, owner: undefined }
      nodes.set(node.id, item)
      if (to !== undefined && !inside) tied.push([item, to])
    }
    return { path, body, inference: found, nodes }
  }

  /** An inference belongs to one body and one scope, so they need not be compared. */
  function once(...given: Parameters<typeof walk>): Tree {
    const [, found, path, inherited, { weights, active, runs }, tiedTo, { key }] = given
    if (tiedTo !== undefined) return walk(...given)
    const ofBody = kept.get(found) ?? new Map<string, Tree>()
    const name = [path, inherited, weights, active, runs, key, isThawed].join('|')
    const known = ofBody.get(name)
    if (known) return known
    const before = tied.length
    const tree = walk(...given)
    if (tied.length > before) return tree
    if (ofBody.size >= mostKept) ofBody.clear()
    kept.set(found, ofBody.set(name, tree))
    return tree
  }

  const root = walk(diagram, inference, '', initialState, { weights: 1n, active: 1n, runs: 1n }, undefined, stated)
  tie(root, tied)
  return root
}

/**
 * Weights belong to the node at the end of the line of ties. Where that is not there, they belong to one of those that use
 * them: that with the most copies, whatever the order of the document.
 */
function tie(root: Tree, tied: readonly (readonly [leaf: Growing, to: string])[]): void {
  const next = new Map(tied.map(([{ path }, to]) => [path, to]))
  const lines = new Map<string, Growing[]>()
  for (const [leaf, to] of tied) {
    if (isPassedBy(leaf)) continue
    const line = new Set([leaf.path])
    let last = to
    while (next.has(last) && !line.has(last)) {
      line.add(last)
      last = next.get(last)!
    }
    const users = lines.get(last)
    if (users) users.push(leaf)
    else lines.set(last, [leaf])
  }
  for (const [last, users] of lines) {
    const end = nodeAtPath(root, last)
    const owner = end && !isPassedBy(end) ? end : users.reduce((best, each) => (isRicher(each, best) ? each : best))
    for (const leaf of users) if (leaf !== owner) Object.assign(leaf, { owner, state: owner.state })
  }
}

function isRicher(a: TreeNode, b: TreeNode): boolean {
  const [one, other] = [a.multiplicity, b.multiplicity]
  if (one.weights !== other.weights) return one.weights > other.weights
  if (one.active !== other.active) return one.active > other.active
  return a.state === 'trainable' && b.state !== 'trainable'
}

function multiplied(outer: Multiplicity, node: NodeInference, evaluate: Evaluate): Multiplicity {
  const repeat = node.repetition
  if (!repeat) return outer
  const count = integer(repeat.count, evaluate)
  const active = integer(repeat.active, evaluate)
  switch (repeat.mode) {
    case 'stack':
      return { weights: outer.weights * count, active: outer.active * count, runs: outer.runs * count }
    case 'shared':
      return { weights: outer.weights, active: outer.active, runs: outer.runs * count }
    case 'parallel':
      return { weights: outer.weights * count, active: outer.active * active, runs: outer.runs * active }
  }
}

/** It takes no part, see `absence.ts`, or nothing around it does. */
export function isPassedBy(item: TreeNode): boolean {
  return item.inference.passes !== undefined || item.state === 'absent'
}

/** The outputs of a node that takes no part which come from one of these inputs. */
export function passedFrom({ inference: { passes = {} } }: TreeNode, ins: Ports): Ports {
  return portsOf(Object.keys(passes).filter((port) => ins.has(passes[port]!)))
}

/** The inputs that such a node hands on to one of these outputs. */
export function passedInto({ inference: { passes = {} } }: TreeNode, outs: Ports): Ports {
  return portsOf([...new Set([...outs].flatMap((port) => passes[port] ?? []))])
}

/** The ports through which each copy of a stack hands on to the next; none where there is one copy. */
export function threadedPorts({ inference }: TreeNode): Ports {
  const { repetition, inputPorts, outputPorts } = inference
  if (!repetition || repetition.mode === 'parallel' || (repetition.times ?? 2) < 2) return noPorts
  return portsOf(outputPorts.map((p) => p.id).filter((id) => inputPorts.some((p) => p.id === id)))
}

/** All nodes, parents before what is inside them. */
export function* everyNode(tree: Tree): Generator<TreeNode> {
  for (const node of tree.nodes.values()) {
    if (node.inference.absent) continue
    yield node
    if (node.inside) yield* everyNode(node.inside)
  }
}

/** The node at a path; undefined when there is none in this setting. */
export function nodeAtPath(tree: Tree, path: string): TreeNode | undefined {
  const [first, ...rest] = path.split('/')
  let node = tree.nodes.get(first!)
  for (const id of rest) node = node?.inside?.nodes.get(id)
  return node
}
