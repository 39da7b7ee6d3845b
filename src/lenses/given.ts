// What a diagram says, in numbers, to a lens that is opened in it.
import type { Dim } from '../shared/dimension'
import type { Analysis } from '../semantics/analyse'
import { everyNode, isPassedBy, nodeAtPath, type TreeNode } from '../semantics/tree'
import type { Given, GivenBlock } from './lens'

/** `near`: paths from which the lens is opened; what is there and inside comes before all else. */
export function given(analysis: Analysis, near: readonly string[] = []): Given {
  const { scope } = analysis
  const nearest = near.flatMap((path) => nodesAt(analysis, path))
  const found = [...new Set([...nearest, ...everyNode(analysis.tree)])]
  return {
    symbol(...names) {
      for (const name of names) {
        const dim = scope.lookup(name) ?? scope.examples.get(name)
        const value = dim && scope.number(dim)
        if (value !== undefined) return value
      }
      return undefined
    },
    near: (...types) => blocksOf(analysis, nearest, types),
    blocks: (...types) => blocksOf(analysis, found, types),
  }
}

/** The block at a path, or those inside it. */
export function givenBlocks(analysis: Analysis, path: string): readonly GivenBlock[] {
  return blocksOf(analysis, nodesAt(analysis, path))
}

function nodesAt({ tree }: Analysis, path: string): TreeNode[] {
  const node = nodeAtPath(tree, path)
  if (!node || node.inference.absent) return []
  return [node, ...(node.inside ? everyNode(node.inside) : [])]
}

function blocksOf({ scope }: Analysis, nodes: readonly TreeNode[], types?: readonly string[]): readonly GivenBlock[] {
  const size = (dim: Dim) => scope.number(dim)
  return nodes.flatMap((node) => {
    const { block, values = {}, inputs } = node.inference
    if (!block || (types && !types.includes(block.type)) || isPassedBy(node)) return []
    const isSize = (field: string) => block.fields[field]?.type === 'dimension' && values[field] !== undefined
    const of = <T>(field: string, type: string) => (typeof values[field] === type ? (values[field] as T) : undefined)
    return [
      {
        type: block.type,
        number: (field) => (isSize(field) ? size(values[field] as Dim) : undefined),
        text: (field) => of<string>(field, 'string'),
        flag: (field) => of<boolean>(field, 'boolean'),
        input: (port) => inputs[port]?.shape.map(size),
        isText: (port) => inputs[port]?.modality.includes('language') ?? false,
      } satisfies GivenBlock,
    ]
  })
}
