// Symbols and the expressions over them: names, formulas that cannot be read, names that are not in scope, circles.
import { blockOf } from '../blocks'
import type { Field } from '../blocks/fields'
import { conditionalOf } from '../blocks/values'
import { isSymbolName } from '../shared/expression'
import type { Message } from '../shared/message'
import {
  expressionProblem,
  graphLookup,
  initialOf,
  namesInScope,
  symbolLookup,
  symbolsIn,
  symbolValue,
  workOut,
  type Lookup,
} from './expressions'
import { numberOf } from '../shared/dimension'
import { nodesIn } from './instances'
import { limits } from './limits'
import { orderByNeed } from './order'
import { isTaken, own } from './own'
import { placeIn } from './place'
import { counted, listed, problemPath, brief, type ProblemList } from './problems'
import type { Diagram, DiagramNode, Expression, GraphBody } from './schema'
import { checks } from './sentences/checks'

export function checkSymbols(diagram: Diagram, list: ProblemList) {
  const names = Object.keys(diagram.symbols ?? {})
  const scope = new Set(names)
  const check = (expression: Expression, path: string, known = scope, place?: string) =>
    checkExpression(expression, known, path, list, place)
  for (const [name, symbol] of Object.entries(diagram.symbols ?? {})) {
    if (!canName(name)) list.error(`symbols.${name}`, badName(name))
    const value = symbolValue(symbol)
    if (value !== undefined) check(value, `symbols.${name}`)
    else if (typeof symbol === 'object' && symbol.example === undefined && !isSetSomewhere(diagram, name))
      list.warn(`symbols.${name}`, checks.noValue({ name: brief(name) }))
  }
  for (const [kind, sets] of [
    ['variants', diagram.variants ?? []],
    ['phases', diagram.phases ?? []],
    ['published', diagram.published ?? []],
  ] as const)
    for (const [index, { set, id }] of sets.entries())
      for (const [name, value] of Object.entries(set ?? {})) {
        const path = `${kind}${typeof id === 'string' ? `.${id}` : `[${index}]`}.set.${name}`
        if (!scope.has(name)) list.warn(path, checks.noSymbolToSet({ name: brief(name), names: listed(names) }))
        check(value, path)
      }
  const settings = [undefined, ...(diagram.variants ?? []).slice(0, mostVariants)].map((variant) =>
    symbolLookup(diagram, variant?.set),
  )
  checkNodes(diagram, '', diagram, scope, settings, list)
  for (const [name, module] of Object.entries(diagram.modules ?? {})) {
    for (const [param, value] of Object.entries(module.params ?? {})) {
      if (!canName(param)) list.error(`modules.${name}.params.${param}`, badName(param))
      check(initialOf(value), `modules.${name}.params.${param}`)
    }
    checkNodes(diagram, `${name}:`, module, new Set(namesInScope(diagram, `${name}:`)), settings, list)
  }
}

function isSetSomewhere({ variants = [], phases = [] }: Diagram, name: string): boolean {
  return [...variants, ...phases].some(({ set }) => own(set, name) !== undefined)
}

/** Whether a symbol or parameter may be called so. */
export function canName(name: string): boolean {
  return isSymbolName(name) && !isTaken(name)
}

/** Why not. */
export function badName(name: string): Message {
  return isTaken(name) ? checks.takenName({ name: brief(name) }) : checks.badSymbolName({ name: brief(name) })
}

function checkExpression(
  expression: Expression,
  scope: ReadonlySet<string>,
  path: string,
  list: ProblemList,
  place?: string,
) {
  const problem = expressionProblem(expression)
  if (problem) list.error(path, checks.badExpression({ value: brief(String(expression)), problem }), place)
  for (const name of symbolsIn(expression))
    if (!scope.has(name)) list.warn(path, checks.unknownName({ name: brief(name), names: listed([...scope]) }), place)
}

function checkNodes(
  diagram: Diagram,
  graph: string,
  body: GraphBody,
  scope: ReadonlySet<string>,
  settings: readonly Lookup[],
  list: ProblemList,
) {
  const lookups = settings.map((symbols) => graphLookup(diagram, graph, symbols))
  const counts = new Map<Expression, Message | undefined>()
  for (const { graph: holder, node } of nodesIn(graph, body)) {
    const place = placeIn(holder, node.id)
    for (const [name, expression] of expressionsOf(node)) {
      const where = `${problemPath(place)}.${name}`
      checkExpression(expression, scope, where, list, place)
      if (!name.startsWith('repeat')) continue
      if (!counts.has(expression)) counts.set(expression, countProblem(expression, lookups))
      const problem = counts.get(expression)
      if (problem) list.error(where, problem, place)
    }
  }
}

const mostVariants = 50

function countProblem(expression: Expression, lookups: readonly Lookup[]): Message | undefined {
  for (const lookup of lookups) {
    const value = workOut(expression, lookup)
    const count = value && numberOf(value)
    if (count !== undefined && count > limits.repeat)
      return checks.repeatsTooOften({ count: counted(count), limit: counted(limits.repeat) })
  }
  return undefined
}

/** Every expression that a node states, with where in the node it stands. */
export function* expressionsOf(node: DiagramNode): Generator<readonly [where: string, expression: Expression]> {
  const { repeat } = node
  if (typeof repeat === 'object') {
    yield ['repeat.count', repeat.count]
    if (repeat.active !== undefined) yield ['repeat.active', repeat.active]
  } else if (repeat !== undefined) yield ['repeat', repeat]
  if (node.tiedIf !== undefined) yield ['tiedIf', node.tiedIf]
  // The parameters of an unknown block may be anything, and those of a group mean nothing.
  if (node.group) return
  const fields = node.block === undefined ? undefined : (blockOf(node.block)?.fields ?? {})
  for (const [name, param] of Object.entries(node.params ?? {})) {
    const type = fields ? own(fields, name)?.type : 'dimension'
    yield* expressionsIn(`params.${name}`, param, type)
  }
}

function* expressionsIn(
  where: string,
  param: unknown,
  type: Field['type'] | undefined,
): ReturnType<typeof expressionsOf> {
  const conditional = type === undefined || type === 'dimension' ? undefined : conditionalOf(param)
  if (conditional) {
    yield [`${where}.if`, conditional.if]
    yield* expressionsIn(`${where}.is`, conditional.is, type)
    yield* expressionsIn(`${where}.else`, conditional.else, type)
  }
  if (type !== 'dimension' && type !== 'shape') return
  if (typeof param === 'string' || typeof param === 'number') yield [where, param]
  else if (Array.isArray(param)) {
    for (const [index, each] of param.entries())
      if (typeof each === 'string' || typeof each === 'number') yield [`${where}[${index}]`, each]
  }
}

/** The names that the expressions of a graph's nodes use, groups gone into. */
export function namesIn(body: GraphBody): Set<string> {
  const names = new Set<string>()
  for (const { node } of nodesIn('', body))
    for (const [, expression] of expressionsOf(node)) for (const name of symbolsIn(expression)) names.add(name)
  return names
}

/** Goes first: what works symbols out calls itself from symbol to symbol. */
export function checkCircles(diagram: Diagram, list: ProblemList) {
  const { circle, chain } = symbolChains(diagram)
  if (circle) list.error(`symbols.${circle[0]}`, checks.symbolCircle({ circle: listed(circle, 20) }))
  else if (chain > limits.chain) list.error('symbols', checks.symbolChain({ limit: limits.chain }))
}

type Sets = readonly Readonly<Record<string, Expression>>[]
type Needs = ReadonlyMap<string, ReadonlySet<string>>

interface Chains {
  /** Symbols that are defined by each other in some variant and phase, the first one again at the end. */
  readonly circle?: readonly string[]
  /** How many symbols at most lead on to each other. */
  readonly chain: number
}

function symbolChains(diagram: Diagram): Chains {
  const symbols = Object.entries(diagram.symbols ?? {})
  const setsOf = (things: readonly { readonly set?: Readonly<Record<string, Expression>> }[] | undefined): Sets =>
    (things ?? []).flatMap((thing) => (thing.set ? [thing.set] : []))
  const [variants, phases] = [setsOf(diagram.variants), setsOf(diagram.phases)]
  const needs = (sets: Sets): Needs =>
    new Map(
      symbols.map(([name, symbol]) => [
        name,
        symbolsIn(sets.map((set) => own(set, name)).find((each) => each !== undefined) ?? symbolValue(symbol)),
      ]),
    )
  const everything = chainsIn(unionOf([needs([]), ...[...variants, ...phases].map((set) => overridesOf(set))]))
  const combinations = (variants.length + 1) * (phases.length + 1)
  if (!everything.circle || combinations * symbols.length > mostWork) return everything
  // It may be a circle only when two variants are taken at once, which nobody does.
  let chain = 0
  for (const variant of [[], ...variants.map((set) => [set])])
    for (const phase of [[], ...phases.map((set) => [set])]) {
      const found = chainsIn(needs([...phase, ...variant]))
      if (found.circle) return found
      chain = Math.max(chain, found.chain)
    }
  return { chain }
}

const mostWork = 1_000_000

function overridesOf(set: Readonly<Record<string, Expression>>): Needs {
  return new Map(Object.entries(set).map(([name, value]) => [name, symbolsIn(value)]))
}

function unionOf([first, ...rest]: readonly Needs[]): Needs {
  const union = new Map([...first!].map(([name, needs]) => [name, new Set(needs)]))
  for (const needs of rest) for (const [name, others] of needs) for (const each of others) union.get(name)?.add(each)
  return union
}

function chainsIn(needs: Needs): Chains {
  const { order, circle } = orderByNeed(needs)
  const lengths = new Map<string, number>()
  for (const name of order) {
    let longest = 0
    for (const each of needs.get(name)!) longest = Math.max(longest, lengths.get(each) ?? 0)
    lengths.set(name, longest + 1)
  }
  const chain = [...lengths.values()].reduce((a, b) => Math.max(a, b), 0)
  return { chain, ...(circle && { circle }) }
}
