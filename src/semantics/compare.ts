// What if: how two analyses differ, before and after an edit or in two settings. Nodes are matched by path.
import { isEqual, type Dim } from '../shared/dimension'
import { type Analysis } from './analyse'
import { everyEdge } from './edges'
import { writeShape } from '../blocks/shapeText'
import { nothing, type Tally } from './tally'
import { everyNode } from './tree'

export type Difference = 'added' | 'removed' | 'changed'

export interface NodeDifference {
  readonly path: string
  readonly difference: Difference
  /** Of everything inside, too, so what holds a changed node has changed. */
  readonly isContainer: boolean
  readonly before: Tally
  readonly after: Tally
}

export interface EdgeDifference {
  readonly id: string
  readonly difference: Difference
  /** Shapes for people; absent where there is no such edge, or none is known. */
  readonly before?: string
  readonly after?: string
}

export interface Comparison {
  readonly before: Tally
  readonly after: Tally
  /** In the order of the second analysis, what was removed at the end; what is the same is left out. */
  readonly nodes: readonly NodeDifference[]
  readonly edges: readonly EdgeDifference[]
}

export function compareAnalyses(before: Analysis, after: Analysis): Comparison {
  return { before: before.total, after: after.total, nodes: nodes(before, after), edges: edges(before, after) }
}

function nodes(before: Analysis, after: Analysis): NodeDifference[] {
  const old = new Map([...everyNode(before.tree)].map((item) => [item.path, item]))
  const found: NodeDifference[] = []
  for (const { path, inside } of everyNode(after.tree)) {
    const known = old.delete(path)
    const tallies = { before: known ? before.tallyAt(path) : nothing, after: after.tallyAt(path) }
    if (known && isSame(tallies.before, tallies.after)) continue
    found.push({ path, difference: known ? 'changed' : 'added', isContainer: inside !== undefined, ...tallies })
  }
  for (const [path, { inside }] of old)
    found.push({
      path,
      difference: 'removed',
      isContainer: inside !== undefined,
      before: before.tallyAt(path),
      after: nothing,
    })
  return found
}

/** Whether every number is the same. */
export function isSame(a: Tally, b: Tally): boolean {
  const numbers = ({ params, flops }: Tally) => [
    params.total,
    params.trainable,
    params.active,
    flops.forward,
    flops.inputGradients,
    flops.weightGradients,
  ]
  const others = numbers(b)
  return numbers(a).every((number, i) => number === others[i])
}

function edges(before: Analysis, after: Analysis): EdgeDifference[] {
  const shapes = ({ tree }: Analysis) => new Map([...everyEdge(tree)].map(({ id, tensor }) => [id, tensor?.shape]))
  const [old, current] = [shapes(before), shapes(after)]
  const found: EdgeDifference[] = []
  const words = (shape: readonly Dim[] | undefined) => shape && writeShape(shape)
  for (const [id, shape] of current) {
    if (!old.has(id)) found.push({ id, difference: 'added', after: words(shape) })
    else if (!isSameShape(old.get(id), shape))
      found.push({ id, difference: 'changed', before: words(old.get(id)), after: words(shape) })
  }
  for (const [id, shape] of old) if (!current.has(id)) found.push({ id, difference: 'removed', before: words(shape) })
  return found
}

function isSameShape(a: readonly Dim[] | undefined, b: readonly Dim[] | undefined): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((size, i) => isEqual(size, b[i]!))
}
