// The edges of a diagram in one setting: those that are there, where what travels on them comes from, and what it is.
import type { Tensor } from '../blocks/tensor'
import { endText, type End } from '../document/ends'
import { wiringOf } from './bodies'
import { nodeAtPath, type Tree } from './tree'
import { edgeId, levelOf } from '../shared/edgeId'
import { pathIn } from '../shared/path'

export interface EdgeTensor {
  readonly id: string
  /** Full paths of the two ports: `lm/xattn/attention.x`; `lm/in.x` is the wall of `lm`. */
  readonly from: string
  readonly to: string
  readonly tensor: Tensor | undefined
}

/** Every edge of every graph on which something travels, outermost first. It begins at what really gives, past nodes that are not there. */
export function* everyEdge(tree: Tree): Generator<EdgeTensor> {
  for (let i = 0; i < tree.body.edges.length; i++) {
    const edge = edgeIn(tree, i)
    if (edge) yield edge
  }
  for (const node of tree.nodes.values()) if (node.inside) yield* everyEdge(node.inside)
}

/** The edge `path#from>to`; undefined where it is not there. */
export function edgeAt(root: Tree, id: string): EdgeTensor | undefined {
  const path = levelOf(id)
  const level = path === '' ? root : nodeAtPath(root, path)?.inside
  const index = level?.body.edges.findIndex((edge) => edgeId(level.path, edge) === id) ?? -1
  return level && index >= 0 ? edgeIn(level, index) : undefined
}

function edgeIn(tree: Tree, index: number): EdgeTensor | undefined {
  const { to } = wiringOf(tree.body).ends[index]!
  if (tree.nodes.get(to.node)?.inference.absent || tree.inference.goneEdges.has(index)) return undefined
  const from = sourceOf(tree, index)
  if (!from) return undefined
  return {
    id: edgeId(tree.path, tree.body.edges[index]!),
    from: pathIn(tree.path, endText(from)),
    to: pathIn(tree.path, endText(to)),
    tensor: tree.inference.tensors[index],
  }
}

/** Where what an edge carries comes from: what an absent node would pass on comes from where it would have got it. */
export function sourceOf(tree: Tree, index: number): End | undefined {
  const { into, ends } = wiringOf(tree.body)
  let { from } = ends[index]!
  while (tree.nodes.get(from.node)?.inference.absent) {
    const inner = tree.nodes.get(from.node)?.inference.passes?.[from.port]
    const before = inner === undefined ? undefined : into.get(from.node)?.get(inner)
    if (before === undefined) return undefined
    from = ends[before]!.from
  }
  return from.node === 'in' || tree.nodes.has(from.node) ? from : undefined
}
