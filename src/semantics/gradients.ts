// How a gradient meets each node, for drawing: it is used there, only passes through, or never comes.
import type { Analysis } from './analyse'
import type { TreeNode } from './tree'

/**
 * learns: the gradient of its weights, or of some inside it, is computed. crossed: frozen or without weights, but the
 * gradient passes through to something before it. unreached: no gradient is computed here.
 */
export type NodeGradient = 'learns' | 'crossed' | 'unreached'

export interface Gradients {
  /** By path; every node that is there. */
  readonly nodes: ReadonlyMap<string, NodeGradient>
  /** `path#from>to` of the edges that carry a gradient, backward. */
  readonly edges: ReadonlySet<string>
  /** False where nothing is trained: the diagram has no loss in this phase. */
  readonly hasLoss: boolean
}

const known = new WeakMap<Analysis, Gradients>()

/** The same object for the same analysis. */
export function gradientsOf(analysis: Analysis): Gradients {
  const found = known.get(analysis) ?? compute(analysis)
  known.set(analysis, found)
  return found
}

function compute({ tree, flow }: Analysis): Gradients {
  const nodes = new Map<string, NodeGradient>()
  const visit = (item: TreeNode): NodeGradient => {
    const inner = item.inside ? [...item.inside.nodes.values()].filter(isThere).map(visit) : [ofLeaf(item)]
    const found = inner.includes('learns') ? 'learns' : inner.includes('crossed') ? 'crossed' : 'unreached'
    nodes.set(item.path, found)
    return found
  }
  const ofLeaf = (item: TreeNode): NodeGradient => {
    const runs = flow.at(item.path)
    if (runs && runs.weightRuns > 0n) return 'learns'
    return runs?.passes.some((pass) => pass.runs > 0n && pass.needs.size > 0) ? 'crossed' : 'unreached'
  }
  for (const item of tree.nodes.values()) if (isThere(item)) visit(item)
  return { nodes, edges: flow.edges, hasLoss: flow.hasLoss }
}

function isThere(item: TreeNode): boolean {
  return !item.inference.absent
}
