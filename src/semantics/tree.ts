// The diagram written out: every node at its path with its inference, its state and how often it is there. Repeats are
// one node; modules are walked once for each instance.
import type { Diagram, DiagramNode, GraphBody } from '../document/schema'
import type { BodyInference, NodeInference } from './inference'
import type { EffectiveState, States } from './states'
import { integer } from './integer'
import type { Evaluate } from './integer'

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
  readonly state: EffectiveState
  readonly multiplicity: Multiplicity
  readonly inside?: Tree
}

export interface Tree {
  /** Path of the node whose inside this is; empty for the root. */
  readonly path: string
  readonly body: GraphBody
  readonly inference: BodyInference
  /** In the order of the document. */
  readonly nodes: ReadonlyMap<string, TreeNode>
}

export function treeOf(diagram: Diagram, inference: BodyInference, states: States, evaluate: Evaluate): Tree {
  const modules = diagram.modules ?? {}

  function walk(
    body: GraphBody,
    found: BodyInference,
    path: string,
    inherited: EffectiveState,
    outer: Multiplicity,
  ): Tree {
    const nodes = new Map<string, TreeNode>()
    for (const node of body.nodes) {
      const known = found.nodes.get(node.id)
      if (!known) continue
      const here = path ? `${path}/${node.id}` : node.id
      const state = states.at(here, node.state, inherited)
      const multiplicity = multiplied(outer, known, evaluate)
      const innerBody = node.group ?? (node.module === undefined ? undefined : modules[node.module])
      const inside =
        innerBody && known.inside && !known.absent
          ? walk(innerBody, known.inside, here, state, multiplicity)
          : undefined
      nodes.set(node.id, { path: here, node, inference: known, state, multiplicity, inside })
    }
    return { path, body, inference: found, nodes }
  }

  return walk(diagram, inference, '', states.initial, { weights: 1n, active: 1n, runs: 1n })
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
