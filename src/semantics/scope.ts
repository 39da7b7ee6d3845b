// What names mean: the symbols of a document in one setting, and the parameters of a module around them.
import { parseKept, symbolValue } from '../document/expressions'
import { beginningValues } from '../document/initials'
import { safely, numberOf, substitute, symbolsOf, dim, type Dim, type ParsedDim } from '../shared/dimension'
import { told, type Told } from '../shared/message'
import { meanings } from './sentences'
import type { Diagram, Expression } from '../document/schema'
import { phaseOf, variantOf, type Setting } from './setting'

export type Resolved = ParsedDim

export interface Scope {
  /** Equal for scopes in which every expression means the same. */
  readonly key: string
  lookup(name: string): Dim | undefined
  names(): readonly string[]
  /** The value in the numeric reading, with free symbols at their examples. */
  number(d: Dim): number | undefined
  /** The document's own scope, which is all that a module sees besides its parameters. */
  readonly root?: Scope
}

/**
 * numeric: hyperparameters are numbers, free symbols (batch, text length) stay names.
 * symbolic: hyperparameters stay names too; only derived symbols are written out.
 */
export type Reading = 'numeric' | 'symbolic'

export interface SymbolProblem extends Told {
  readonly symbol: string
}

export interface DocumentScope extends Scope {
  /** What free symbols are taken to be when a number is wanted. */
  readonly examples: ReadonlyMap<string, Dim>
  readonly problems: readonly SymbolProblem[]
}

/** The value of an expression in a scope; a sentence when it names something unknown or has no value. */
export function resolve(expression: Expression, scope: Scope): Resolved {
  const result = parseKept(expression)
  if (!result.ok) return result
  for (const name of symbolsOf(result.dim))
    if (!scope.lookup(name)) return { ok: false, problem: meanings.unknownName({ name, names: scope.names() }) }
  const value = safely(() => substitute(result.dim, (name) => scope.lookup(name)))
  return value.ok ? { ok: true, dim: value.value } : value
}

/** The document's symbols in a setting: `set` beats the phase, which beats the variant, which beats the symbol itself. */
export function documentScope(diagram: Diagram, setting: Setting, reading: Reading = 'numeric'): DocumentScope {
  const symbols = diagram.symbols ?? {}
  const names = Object.keys(symbols)
  /** What is absent and how often things repeat is a matter of numbers in either reading. */
  const numeric = reading === 'symbolic' ? documentScope(diagram, setting, 'numeric') : undefined
  const overrides = { ...variantOf(diagram, setting)?.set, ...phaseOf(diagram, setting)?.set, ...setting.set }
  const values = new Map<string, Dim>()
  const examples = new Map<string, Dim>()
  const problems: SymbolProblem[] = []
  const open = new Set<string>()
  const scope: Scope = { key: '', lookup: find, names: () => names, number }

  function find(name: string): Dim | undefined {
    const known = values.get(name)
    if (known || !Object.hasOwn(symbols, name)) return known
    const value = settle(name)
    values.set(name, value)
    return value
  }

  function settle(name: string): Dim {
    const symbol = symbols[name]!
    const free = dim(name)
    const expression = Object.hasOwn(overrides, name) ? overrides[name] : symbolValue(symbol)
    if (expression === undefined) {
      examples.set(name, dim(typeof symbol === 'object' ? (symbol.example ?? 1) : 1))
      return free
    }
    if (open.has(name)) {
      const circle = [...open, name].join(' → ')
      problems.push({ symbol: name, ...told(meanings.definedByItself({ name, circle })) })
      return free
    }
    open.add(name)
    const result = resolve(expression, scope)
    open.delete(name)
    if (!result.ok) {
      problems.push({ symbol: name, ...told(meanings.symbol({ name, value: expression, problem: result.problem })) })
      return free
    }
    // Symbolic: what is given as a number keeps its name; what follows from others is written out.
    if (reading === 'symbolic' && numberOf(result.dim) !== undefined) return free
    return result.dim
  }

  function number(d: Dim): number | undefined {
    const direct = numberOf(d)
    if (direct !== undefined) return direct
    const valued = safely(() => {
      const known = numeric ? substitute(d, (name) => numeric.lookup(name)) : d
      return numberOf(substitute(known, (name) => (numeric ?? { examples }).examples.get(name)))
    })
    return valued.ok ? valued.value : undefined
  }

  for (const name of names) find(name)
  for (const [name, value] of beginningValues) if (!Object.hasOwn(symbols, name)) examples.set(name, dim(value))
  const own = names.map((n) => `${n}=${values.get(n)!.key}`).join(';')
  const taken = [...examples].map(([n, d]) => `${n}=${d.key}`).join(';')
  return { ...scope, key: stampOf(`${own}|${taken}|${numeric?.key ?? ''}`), examples, problems }
}

/** Inside a module: its parameters first, then the document's symbols; nothing of the caller's own parameters. */
export function moduleScope(caller: Scope, params: ReadonlyMap<string, Dim>): Scope {
  const outer = caller.root ?? caller
  const own = [...params.keys()]
  return {
    key: stampOf(`${own.map((n) => `${n}=${params.get(n)!.key}`).join(';')}|${outer.key}`),
    lookup: (name) => params.get(name) ?? outer.lookup(name),
    names: () => [...own, ...outer.names()],
    number: (d) => outer.number(d),
    root: outer,
  }
}

const stamps = new Map<string, string>()
let nextStamp = 1

/** A short key for a long one: keys are compared at every node. A stamp is never given twice. */
function stampOf(key: string): string {
  let stamp = stamps.get(key)
  if (!stamp) {
    if (stamps.size > 5000) stamps.clear()
    stamps.set(key, (stamp = String(nextStamp++)))
  }
  return stamp
}
