// The expressions of a document: which symbols they name, which names are in scope, and what symbols are worth. Only as
// much as is needed to check and to edit; `semantics/scope.ts` is the whole.
import { parseDim, safely, substitute, symbolsOf, type Dim, type ParsedDim } from '../shared/dimension'
import type { Message } from '../shared/message'
import { own } from './own'
import { moduleOf } from './place'
import type { Diagram, DiagramSymbol, Expression, Module } from './schema'

const kept = new Map<string, ParsedDim>()

export function parseKept(expression: Expression): ParsedDim {
  if (typeof expression === 'number') return parseDim(expression)
  let parsed = kept.get(expression)
  if (!parsed) {
    if (kept.size > 5000) kept.clear()
    kept.set(expression, (parsed = parseDim(expression)))
  }
  return parsed
}

/** A sentence where an expression cannot be read or worked out. */
export function expressionProblem(expression: Expression): Message | undefined {
  const parsed = parseKept(expression)
  return parsed.ok ? undefined : parsed.problem
}

/** The symbols that an expression names; none where it cannot be read. */
export function symbolsIn(expression: Expression | undefined): ReadonlySet<string> {
  if (typeof expression !== 'string') return nothing
  const parsed = parseKept(expression)
  return parsed.ok ? symbolsOf(parsed.dim) : nothing
}

const nothing: ReadonlySet<string> = new Set()

export function symbolValue(symbol: DiagramSymbol): Expression | undefined {
  return typeof symbol === 'object' ? symbol.value : symbol
}

type ModuleParam = NonNullable<Module['params']>[string]

export function initialOf(param: ModuleParam): Expression {
  return typeof param === 'object' ? param.initial : param
}

/** The names that an expression in a graph may use: its module's parameters, then the document's symbols. */
export function namesInScope(diagram: Diagram, graph: string): readonly string[] {
  const module = moduleOf(graph)
  const params = Object.keys((module === undefined ? undefined : own(diagram.modules, module)?.params) ?? {})
  return [...new Set([...params, ...Object.keys(diagram.symbols ?? {})])]
}

/** What a name is worth; undefined for what is free or unknown. */
export type Lookup = (name: string) => Dim | undefined

/** The document's symbols with some of them overridden. Each is worked out when it is first asked for. */
export function symbolLookup(
  diagram: Diagram,
  ...overrides: readonly (Readonly<Record<string, Expression>> | undefined)[]
): Lookup {
  const values = new Map<string, Dim | undefined>()
  const find: Lookup = (name) => {
    if (values.has(name)) return values.get(name)
    values.set(name, undefined) // A circle finds nothing.
    const symbol = own(diagram.symbols, name)
    const expression =
      overrides.map((set) => own(set, name)).find((each) => each !== undefined) ??
      (symbol === undefined ? undefined : symbolValue(symbol))
    const value = expression === undefined ? undefined : workOut(expression, find)
    values.set(name, value)
    return value
  }
  return find
}

/** In a graph: a module's parameters are taken to be what they are when nobody binds them. */
export function graphLookup(diagram: Diagram, graph: string, symbols: Lookup = symbolLookup(diagram)): Lookup {
  const module = moduleOf(graph)
  const params = module === undefined ? undefined : own(diagram.modules, module)?.params
  return (name) => {
    const param = own(params, name)
    return param === undefined ? symbols(name) : workOut(initialOf(param), symbols)
  }
}

/** The value with the names put in that are known; undefined where it cannot be read or worked out. */
export function workOut(expression: Expression, lookup: Lookup): Dim | undefined {
  const parsed = parseKept(expression)
  if (!parsed.ok) return undefined
  const result = safely(() => substitute(parsed.dim, lookup))
  return result.ok ? result.value : undefined
}
