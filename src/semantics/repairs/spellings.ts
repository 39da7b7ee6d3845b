// The sizes of a repair by the names that they have where it goes, or in numbers.
import type { Repair } from '../../blocks/tensor'
import type { Diagram } from '../../document/schema'
import { format, parseDim, type Dim } from '../../shared/dimension'
import { analyse, type Analysis } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import type { Setting } from '../setting'
import { nodeAtPath } from '../tree'
import { pathsTo } from '../../shared/path'
import { edgeIdParts, levelOf } from '../../shared/edgeId'

export function problemAt(analysis: Analysis, { path, edge }: MeaningProblem): MeaningProblem | undefined {
  return problemsIn(analysis).find((p) => p.path === path && p.edge && edgeIdParts(p.edge).to === edgeIdParts(edge!).to)
}

/**
 * A repair with its sizes by the names that they have where it goes, which is where the edge of the problem is, if nothing
 * else is said; and in numbers. Read as numbers either way.
 */
export function spellings(
  diagram: Diagram,
  setting: Setting,
  problem: MeaningProblem,
  numeric: Repair,
  level = levelOf(problem.edge!),
): Repair[] {
  const symbolic = analyse(diagram, setting, 'symbolic')
  const named = problemAt(symbolic, problem)?.repair
  if (!named || named.block !== numeric.block) return [asNumbers(numeric)]
  const bound = parametersAround(symbolic, level)
  const params = Object.entries(named.params).map(([name, value]) => [name, inOwnWords(value, bound)])
  return [{ ...numeric, params: Object.fromEntries(params) as Repair['params'] }, asNumbers(numeric)]
}

/** A size in the names that are known in a graph. */
export function inNamesAt(symbolic: Analysis, level: string, size: Dim): string | number {
  return inOwnWords(format(size), parametersAround(symbolic, level))
}

export function asNumbers(repair: Repair): Repair {
  const params = Object.entries(repair.params).map(([name, value]) => [name, plainNumber(value)])
  return { ...repair, params: Object.fromEntries(params) as Repair['params'] }
}

type Given = Repair['params'][string]

function plainNumber<T extends Given>(value: T): T | number {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

/** The parameters that the module around a graph is bound to; none at the root. */
function parametersAround({ tree }: Analysis, level: string): ReadonlyMap<string, { readonly key: string }> {
  for (const path of pathsTo(level).reverse()) {
    const bound = nodeAtPath(tree, path)?.inference.bound
    if (bound) return bound
  }
  return new Map()
}

function inOwnWords<T extends Given>(
  value: T,
  bound: ReadonlyMap<string, { readonly key: string }>,
): T | string | number {
  const parsed = typeof value === 'string' || typeof value === 'number' ? parseDim(value) : undefined
  if (!parsed?.ok) return value
  const name = [...bound].find(([, each]) => each.key === parsed.dim.key)?.[0]
  return plainNumber(name ?? format(parsed.dim))
}
