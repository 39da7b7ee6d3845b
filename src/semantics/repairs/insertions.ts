// Blocks on the edge that clashes: what the block itself proposes, or what makes one kind of tensor of another.
import { blockOf } from '../../blocks'
import type { Repair } from '../../blocks/tensor'
import { addNodeOnEdge } from '../../document/edit/nodes'
import { uniqueId } from '../../document/ids'
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { format, parseDim } from '../../shared/dimension'
import { analyse, type Analysis } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import type { Setting } from '../setting'
import { nodeAtPath } from '../tree'
import { levelOf, targetOf, type Mend } from './repair'

/** Each makes another kind of tensor, and needs nothing to be said. */
const converters: readonly Repair[] = ['pool', 'flattenMap', 'flatten'].map((block) => ({
  label: `Insert a ${blockOf(block)!.label}`,
  block,
  params: {},
}))

/** The smallest first; with names of symbols before numbers. */
export function insertions(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const { edge, repair } = problem
  if (edge === undefined) return []
  const single = repair ? spellings(diagram, setting, problem, repair).map((each) => [each]) : []
  const converted = converters.flatMap((first) => {
    const after = insert(diagram, edge, first)
    if (after === diagram) return []
    const next = problemAt(analyse(after, setting), problem)
    const rest = next?.repair ? spellings(after, setting, next, next.repair) : []
    return [[first], ...rest.map((second) => [first, second])]
  })
  return [...single, ...converted].map((steps) => ({
    kind: 'insert',
    label: joined(steps.map((step) => step.label)),
    apply: (each) => insertAll(each, edge, steps),
  }))
}

/** `Insert a Pool, then a Linear 768 → 640`. */
function joined(labels: readonly string[]): string {
  const [first = '', ...rest] = labels
  return [first, ...rest.map((label) => label.replace(/^Insert /, ''))].join(', then ')
}

function insertAll(diagram: Diagram, edge: string, steps: readonly Repair[]): Diagram {
  let changed = diagram
  for (const step of steps) {
    const after = insert(changed, edge, step)
    if (after === changed) return diagram
    changed = after
  }
  return changed
}

/** Just before the input at which the edge ends. */
function insert(diagram: Diagram, edge: string, { block, params }: Repair): Diagram {
  const place = insideOf(diagram, levelOf(edge))
  const body = place === undefined ? undefined : bodyAt(diagram, place)
  if (place === undefined || !body) return diagram
  const given = Object.keys(params).length > 0 ? { params: { ...params } } : {}
  return addNodeOnEdge(diagram, place, { id: uniqueId(body, block), block, ...given }, targetOf(edge))
}

function problemAt(analysis: Analysis, { path, edge }: MeaningProblem): MeaningProblem | undefined {
  return problemsIn(analysis).find((p) => p.path === path && p.edge && targetOf(p.edge) === targetOf(edge!))
}

/** A repair with its sizes by the names that they have where the edge is, and in numbers; read as numbers either way. */
function spellings(diagram: Diagram, setting: Setting, problem: MeaningProblem, numeric: Repair): Repair[] {
  const symbolic = analyse(diagram, setting, 'symbolic')
  const named = problemAt(symbolic, problem)?.repair
  if (!named || named.block !== numeric.block) return [asNumbers(numeric)]
  const bound = parametersAround(symbolic, levelOf(problem.edge!))
  const params = Object.entries(named.params).map(([name, value]) => [name, inOwnWords(value, bound)])
  return [{ ...numeric, params: Object.fromEntries(params) as Repair['params'] }, asNumbers(numeric)]
}

function asNumbers(repair: Repair): Repair {
  const params = Object.entries(repair.params).map(([name, value]) => [name, plainNumber(value)])
  return { ...repair, params: Object.fromEntries(params) as Repair['params'] }
}

function plainNumber(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

/** The parameters that the module around a graph is bound to; none at the root. */
function parametersAround({ tree }: Analysis, level: string): ReadonlyMap<string, { readonly key: string }> {
  const ids = level ? level.split('/') : []
  for (let i = ids.length; i > 0; i--) {
    const bound = nodeAtPath(tree, ids.slice(0, i).join('/'))?.inference.bound
    if (bound) return bound
  }
  return new Map()
}

function inOwnWords(value: string | number | boolean, bound: ReadonlyMap<string, { readonly key: string }>) {
  const parsed = typeof value === 'boolean' ? undefined : parseDim(value)
  if (!parsed?.ok) return value
  const name = [...bound].find(([, each]) => each.key === parsed.dim.key)?.[0]
  return plainNumber(name ?? format(parsed.dim))
}
