// What differs between two pictures that stand side by side: parts of one alone, and parts of both whose kind, state or size is
// another. What is the same is not listed.
import { timesOf, type Graph, type GraphNode } from '../../graph/graph'
import type { Analysis } from '../../semantics/analyse'
import { counterparts } from '../../semantics/beside/counterparts'
import { roleOf, type Role } from '../../semantics/beside/roles'
import { nodeAtPath, type TreeNode } from '../../semantics/tree'
import { isInLine } from '../../shared/path'

/** One of the two. */
export interface Compared {
  readonly graph: Graph
  readonly analysis: Analysis
}

export type How = 'kind' | 'state' | 'size'

/** The same part in both, and in what it is not the same. */
export interface ChangedPair {
  /** From 1, in the order of the left. */
  readonly number: number
  readonly left: GraphNode
  readonly right: GraphNode
  readonly role: Role | undefined
  readonly params: readonly [left: bigint, right: bigint]
  readonly how: readonly How[]
}

export interface Differences {
  readonly changed: readonly ChangedPair[]
  readonly onlyLeft: readonly GraphNode[]
  readonly onlyRight: readonly GraphNode[]
  /** Of every part of the left that the right has, too: its path there. */
  readonly mates: ReadonlyMap<string, string>
}

export function differencesOf(left: Compared, right: Compared): Differences {
  const changed: Omit<ChangedPair, 'number'>[] = []
  const onlyLeft: GraphNode[] = []
  const onlyRight: GraphNode[] = []
  const mates = new Map<string, string>()
  const compare = (a: Graph, b: Graph): boolean => {
    const [lefts, rights] = [itemsOf(a, left), itemsOf(b, right)]
    const found = counterparts([...lefts.keys()], [...rights.keys()])
    const before = changed.length + onlyLeft.length + onlyRight.length
    for (const pair of found.pairs) {
      const [one, other] = [lefts.get(pair.left)!, rights.get(pair.right)!]
      mates.set(one.path, other.path)
      const at = changed.length
      const isInside = one.inside !== undefined && other.inside !== undefined && compare(one.inside, other.inside)
      const params = [paramsOf(one, left), paramsOf(other, right)] as const
      const how = howOf(one, other, params)
      // What differs inside says it better than what holds it, unless that differs by itself.
      if (isInside ? timesOf(one) !== timesOf(other) : how.length > 0)
        changed.splice(at, 0, { left: one, right: other, role: roleOf(pair.left), params, how })
    }
    onlyLeft.push(...found.onlyLeft.map((item) => lefts.get(item)!))
    onlyRight.push(...found.onlyRight.map((item) => rights.get(item)!))
    return changed.length + onlyLeft.length + onlyRight.length > before
  }
  compare(left.graph, right.graph)
  return { changed: changed.map((each, i) => ({ ...each, number: i + 1 })), onlyLeft, onlyRight, mates }
}

/** Only those that the left has in focus, with what they are on the right; all where nothing is or none of it differs. */
export function focusedOn(differences: Differences, focus: ReadonlySet<string> = new Set()): Differences {
  // A part of it may be folded away, or it may stand open.
  const isIn = ({ path }: GraphNode) => [...focus].some((each) => isInLine(path, each))
  const changed = differences.changed.filter(({ left }) => isIn(left))
  const onlyLeft = differences.onlyLeft.filter(isIn)
  return changed.length + onlyLeft.length > 0 ? { ...differences, changed, onlyLeft, onlyRight: [] } : differences
}

/** How many parts are not the same in both. */
export function countOf({ changed, onlyLeft, onlyRight }: Differences): number {
  return changed.length + onlyLeft.length + onlyRight.length
}

/** What stands out in one of the pictures; the rest is dimmed. */
export function differingIn(differences: Differences, side: 'left' | 'right'): ReadonlySet<string> {
  const only = side === 'left' ? differences.onlyLeft : differences.onlyRight
  return new Set([...differences.changed.map((pair) => pair[side]), ...only].map(({ path }) => path))
}

function itemsOf({ nodes }: Graph, { analysis }: Compared): ReadonlyMap<TreeNode, GraphNode> {
  return new Map(nodes.map((node) => [nodeAtPath(analysis.tree, node.path)!, node]))
}

function paramsOf({ path }: GraphNode, { analysis }: Compared): bigint {
  return analysis.tallyAt(path).params.total
}

function howOf(a: GraphNode, b: GraphNode, [left, right]: ChangedPair['params']): How[] {
  const isContainer = a.foldable || b.foldable
  const isSetOtherwise = !isContainer && a.kind === b.kind && a.sublabel !== b.sublabel
  return [
    ...(a.foldable !== b.foldable || (!isContainer && a.kind !== b.kind) ? (['kind'] as const) : []),
    ...(a.state === b.state ? [] : (['state'] as const)),
    ...(left !== right || timesOf(a) !== timesOf(b) || isSetOtherwise ? (['size'] as const) : []),
  ]
}
