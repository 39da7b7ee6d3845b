// Which numbers rest on what the literature does not say for sure: symbols marked so, and what follows from them.
import { isDoubtful } from '../document/basis'
import { initialOf, parseKept, symbolsIn, symbolValue } from '../document/expressions'
import { orderByNeed } from '../document/order'
import { own } from '../document/own'
import type { Basis } from '../document/schema'
import { safely, substitute, symbolsOf, type Dim } from '../shared/dimension'
import type { Analysis } from './analyse'
import type { Scope } from './scope'
import { symbolicOf } from './symbolic'
import { nodeAtPath, type Tree, type TreeNode } from './tree'

type Names = ReadonlySet<string>

/** How the value of a symbol is known in this setting: whoever sets it has the say, and who does so by hand is sure. */
export function basisOf({ diagram, variant, phase, set }: Meant, name: string): Basis | undefined {
  if (own(set, name) !== undefined) return undefined
  const symbol = own(diagram.symbols, name)
  const setter = [phase, variant].find((each) => own(each?.set, name) !== undefined)
  if (setter?.basis !== undefined) return setter.basis
  if (typeof symbol !== 'object') return undefined
  return symbol.basis ?? (symbol.unsure ? 'unknown' : undefined)
}

export function isUnsure(meant: Meant, name: string): boolean {
  return isDoubtful(basisOf(meant, name))
}

type Meant = Pick<Analysis, 'diagram' | 'variant' | 'phase' | 'set'>

export type Unsure = ReadonlyMap<string, readonly string[]>

/**
 * By path: the unsure symbols that a node itself names, directly or through parameters of the module that it is in, or that
 * those follow from. Nothing of what only comes in.
 */
export function unsureSaid(analysis: Analysis): ReadonlyMap<string, Names> {
  let found = known.get(analysis)
  if (!found) known.set(analysis, (found = saidIn(analysis)))
  return found
}

const known = new WeakMap<Analysis, ReadonlyMap<string, Names>>()

function saidIn(analysis: Analysis): ReadonlyMap<string, Names> {
  const { diagram } = analysis
  const found = new Map<string, Names>()
  const behind = (names: Iterable<string>) => closure(analysis, names)

  function level(tree: Tree, meant: ReadonlyMap<string, Names>): void {
    for (const item of tree.nodes.values()) {
      if (item.inference.absent) continue
      const said = [...namesSaid(item)].flatMap((name) => [...(meant.get(name) ?? behind([name]))])
      if (said.length) found.set(item.path, new Set(said))
      if (item.inside) level(item.inside, paramsOf(item, meant))
    }
  }

  /** What the parameters of a module mean in one instance; a group sees those around it. */
  function paramsOf({ node }: TreeNode, meant: ReadonlyMap<string, Names>): ReadonlyMap<string, Names> {
    if (node.module === undefined) return meant
    const params = Object.entries(own(diagram.modules, node.module)?.params ?? {})
    return new Map(
      params.map(([name, param]): [string, Names] => {
        const given = node.params?.[name]
        if (given === undefined) return [name, behind(namesOf(initialOf(param)))]
        return [name, new Set([...namesOf(given)].flatMap((each) => [...(meant.get(each) ?? behind([each]))]))]
      }),
    )
  }

  level(analysis.tree, new Map())
  return found
}

/**
 * By path, for every node that has any: the names of unsure symbols on which its sizes rest, of a container also those of
 * what is inside. Under the empty path: of the whole.
 */
export function unsureIn(analysis: Analysis): Unsure {
  const { tree: named } = symbolicOf(analysis)
  const found = new Map<string, readonly string[]>()
  const order = Object.keys(analysis.diagram.symbols ?? {})
  const said = unsureSaid(analysis)
  const keep = (path: string, names: Names) => {
    if (names.size)
      found.set(
        path,
        order.filter((name) => names.has(name)),
      )
  }

  function level(tree: Tree): Names {
    const all = new Set<string>()
    for (const item of tree.nodes.values()) {
      if (item.inference.absent) continue
      const comesIn = closure(analysis, namesIn(analysis, nodeAtPath(named, item.path)))
      const names = new Set([...(said.get(item.path) ?? []), ...comesIn, ...(item.inside ? level(item.inside) : [])])
      keep(item.path, names)
      for (const name of names) all.add(name)
    }
    return all
  }

  keep('', level(analysis.tree))
  return found
}

/** The unsure symbols among these and among those that they follow from in this setting; one set by hand is sure. */
function closure(analysis: Analysis, names: Iterable<string>): Names {
  const behind = doubtsBehind(analysis)
  return new Set([...names].flatMap((name) => [...(behind.get(name) ?? [])]))
}

const followed = new WeakMap<Analysis, ReadonlyMap<string, Names>>()

/** For every symbol the unsure ones that its value rests on, itself included. */
function doubtsBehind(analysis: Analysis): ReadonlyMap<string, Names> {
  const before = followed.get(analysis)
  if (before) return before
  const { diagram, variant, phase, set, scope } = analysis
  const values = new Map(
    Object.entries(diagram.symbols ?? {}).map(([name, symbol]) => {
      const given = own(set, name) ?? own(phase?.set, name) ?? own(variant?.set, name)
      return [name, given ?? symbolValue(symbol)]
    }),
  )
  const found = new Map<string, Names>()
  const needs = new Map([...values].map(([name, value]) => [name, [...namesOf(value)]]))
  for (const name of orderByNeed(needs).order) {
    const left = namesLeft(dimOf(values.get(name)), found, scope)
    const behind = [...left].flatMap((each) => [...(found.get(each) ?? [])])
    found.set(name, new Set([...(isUnsure(analysis, name) ? [name] : []), ...behind]))
  }
  followed.set(analysis, found)
  return found
}

/** The names in a size once sure ones are put in, for these may take away what is not: `0 * tokens`. */
function namesLeft(size: Dim | undefined, behind: ReadonlyMap<string, Names>, scope: Scope): Iterable<string> {
  const names = size ? [...symbolsOf(size)] : []
  const isOpen = (name: string) => (behind.get(name)?.size ?? 0) > 0
  if (!size || !names.some(isOpen)) return []
  const put = safely(() => substitute(size, (name) => (isOpen(name) ? undefined : scope.lookup(name))))
  return put.ok ? symbolsOf(put.value) : names
}

function dimOf(value: unknown): Dim | undefined {
  const parsed = typeof value === 'string' ? parseKept(value) : undefined
  return parsed?.ok ? parsed.dim : undefined
}

/** Names in what a node says of itself. What only chooses between words is no size. */
function namesSaid({ node, inference: { block } }: TreeNode): Names {
  const { repeat, params = {} } = node
  const fields = block ? Object.entries(block.fields) : undefined
  const sizes = fields
    ? fields
        .filter(([, { type }]) => type === 'dimension' || type === 'shape')
        .map(([name, field]) => params[name] ?? field.initial)
    : Object.values(params)
  const counts = typeof repeat === 'object' ? [repeat.count, repeat.active] : [repeat]
  return new Set([...sizes, ...counts].flatMap((size) => [...namesOf(size)]))
}

/** Names in the tensors and weights of a node, by the names that hyperparameters have. */
function namesIn(analysis: Analysis, item: TreeNode | undefined): Names {
  if (!item) return new Set()
  const behind = doubtsBehind(analysis)
  const { inputs, outputs, weights, repetition } = item.inference
  const tensors = [...Object.values(inputs), ...Object.values(outputs), ...weights]
  const sizes = tensors.flatMap((tensor) => tensor?.shape ?? [])
  const all = [...sizes, ...(repetition ? [repetition.count] : [])]
  return new Set(all.flatMap((size) => [...namesLeft(size, behind, analysis.scope)]))
}

function namesOf(value: unknown): Iterable<string> {
  if (Array.isArray(value)) return value.flatMap((each) => [...namesOf(each)])
  if (typeof value !== 'string') return []
  return symbolsIn(value)
}
