// Names of a fragment among the names of a document: the same definition is used again, another one gets another name.
import { canName, namesIn } from '../checkSymbols'
import { symbolsIn, symbolValue } from '../expressions'
import type { Fragment } from '../fragment'
import { stated, unstatedNames } from '../initials'
import { uniqueIn, uniqueModuleName } from '../ids'
import { orderModules } from '../limits'
import { orderByNeed } from '../order'
import { own } from '../own'
import { moduleOf } from '../place'
import { isSame } from '../same'
import type { Diagram, DiagramSymbol, Expression, Module } from '../schema'
import { renameModules, renaming, rewriteModule, rewriteSymbol } from './rewrite'
import { mapField, mapList } from './references'

export interface Merged {
  /** The document with all modules, symbols and sources that the fragment needs. */
  readonly diagram: Diagram
  /** What the fragment's nodes call their symbols from now on. */
  readonly symbols: ReadonlyMap<string, string>
  readonly modules: ReadonlyMap<string, string>
}

/** `graph`: the place of the graph that takes the nodes. */
export function merge(diagram: Diagram, fragment: Fragment, graph: string): Merged {
  const sourced = withSources(diagram, fragment)
  const symbols = mergeSymbols(sourced.diagram, fragment, graph, sourced.sources)
  return { symbols: symbols.names, ...mergeModules(symbols.diagram, fragment, symbols.inModules) }
}

/** The papers that symbols come from. */
function withSources(diagram: Diagram, fragment: Fragment) {
  const sources = new Map<string, string>()
  let list = diagram.about.sources ?? []
  for (const source of fragment.about.sources ?? []) {
    const known =
      list.find((each) => isSame(each, source)) ?? list.find((each) => isSame({ ...each, id: source.id }, source))
    const id = known?.id ?? uniqueIn(list, source.id)
    sources.set(source.id, id)
    if (!known) list = [...list, { ...source, id }]
  }
  return {
    sources,
    diagram:
      list === diagram.about.sources || list.length === 0
        ? diagram
        : { ...diagram, about: { ...diagram.about, sources: list } },
  }
}

function mergeSymbols(diagram: Diagram, fragment: Fragment, graph: string, sources: ReadonlyMap<string, string>) {
  const module = moduleOf(graph)
  const around = (module === undefined ? undefined : own(diagram.modules, module)?.params) ?? {}
  // A symbol must not be called as a parameter that would be meant in its place.
  const params = new Set(Object.values(fragment.modules ?? {}).flatMap((each) => Object.keys(each.params ?? {})))
  const inNodes = new Set([...namesIn(fragment), ...unstatedNames(fragment)])
  const [names, inModules] = [new Map<string, string>(), new Map<string, string>()]
  let changed = diagram
  const add = (wish: string, symbol: DiagramSymbol): string => {
    const name = freeName(
      wish,
      (each) => own(changed.symbols, each) !== undefined || Object.hasOwn(around, each) || params.has(each),
    )
    changed = { ...changed, symbols: { ...changed.symbols, [name]: symbol } }
    return name
  }
  for (const name of orderSymbols(fragment)) {
    const param = own(fragment.fragment.params, name)
    if (param !== undefined && graph === fragment.fragment.graph && Object.hasOwn(around, param)) {
      names.set(name, param)
      continue
    }
    const found = [name, ...numberedLike(changed.symbols, name)].find((each) =>
      isMeant(changed, fragment, each, name, inModules),
    )
    const now = found ?? add(name, brought(fragment, name, own(fragment.symbols, name)!, inModules, sources))
    inModules.set(name, now)
    const isShadowed = Object.hasOwn(around, now) && inNodes.has(name)
    names.set(name, isShadowed ? (aliasOf(changed, around, now) ?? add(name, now)) : now)
  }
  return { diagram: changed, names, inModules }
}

/** A symbol that is another one and nothing else. */
function aliasOf(diagram: Diagram, around: object, name: string): string | undefined {
  const known = numberedLike(diagram.symbols, name).filter((each) => !Object.hasOwn(around, each))
  return known.find((each) => symbolValue(own(diagram.symbols, each)!) === name)
}

/** Each after those that its value names. */
function orderSymbols(fragment: Fragment): readonly string[] {
  const needs = new Map(
    Object.entries(fragment.symbols ?? {}).map(([name, symbol]) => [
      name,
      new Set([...symbolsIn(symbolValue(symbol)), ...symbolsIn(shownValue(fragment, name, symbol))]),
    ]),
  )
  // In a circle, which only a file from elsewhere can have, any order is as good.
  const { order, circle } = orderByNeed(needs)
  return circle ? [...needs.keys()] : order
}

/** Whether the document means by a name what the fragment means by it. */
function isMeant(
  diagram: Diagram,
  fragment: Fragment,
  name: string,
  here: string,
  names: ReadonlyMap<string, string>,
): boolean {
  const there = own(diagram.symbols, name)
  const symbol = own(fragment.symbols, here)!
  if (there === undefined) return false
  const value = (each: Expression | undefined) => (each === undefined ? undefined : renaming(names)(each))
  const isEqual = (a: Expression | undefined, b: Expression | undefined) =>
    a === undefined ? b === undefined : b !== undefined && String(a) === String(b)
  const varies = fragment.variants?.some(({ set }) => Object.hasOwn(set, here)) ?? false
  const variesThere = diagram.variants?.some(({ set }) => Object.hasOwn(set, name)) ?? false
  if (!varies && !variesThere) return isEqual(symbolValue(there), value(symbolValue(symbol)))
  const isSameFamily = fragment.variants?.every(({ id, set }) => {
    const other = diagram.variants?.find((variant) => variant.id === id)
    return other !== undefined && isEqual(own(other.set, name), value(own(set, here)))
  })
  if (varies && isSameFamily) return isEqual(symbolValue(there), value(symbolValue(symbol)))
  return !variesThere && isEqual(symbolValue(there), value(shownValue(fragment, here, symbol)))
}

/** What a symbol was in the variant that was looked at. */
function shownValue(fragment: Fragment, name: string, symbol: DiagramSymbol): Expression | undefined {
  const variant = fragment.variants?.find(({ id }) => id === fragment.view?.variant) ?? fragment.variants?.[0]
  return own(variant?.set, name) ?? symbolValue(symbol)
}

function brought(
  fragment: Fragment,
  name: string,
  symbol: DiagramSymbol,
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): DiagramSymbol {
  const value = shownValue(fragment, name, symbol)
  const valued = typeof symbol === 'object' ? (value === undefined ? symbol : { ...symbol, value }) : (value ?? symbol)
  const renamed = rewriteSymbol(valued, renaming(names))
  if (typeof renamed !== 'object' || renamed.source === undefined) return renamed
  const { source, ...rest } = renamed
  const now = sources.get(source)
  return now === undefined ? rest : { ...rest, source: now }
}

/** Names that an earlier copy may have got. */
function numberedLike(record: object | undefined, name: string): string[] {
  return Object.keys(record ?? {}).filter(
    (each) => each.startsWith(`${name}_`) && /^\d+$/.test(each.slice(name.length + 1)),
  )
}

function freeName(wish: string, isTaken: (name: string) => boolean): string {
  if (canName(wish) && !isTaken(wish)) return wish
  for (let number = 2; ; number++) if (!isTaken(`${wish}_${number}`)) return `${wish}_${number}`
}

function mergeModules(diagram: Diagram, fragment: Fragment, symbols: ReadonlyMap<string, string>) {
  const modules = new Map<string, string>()
  let changed = diagram
  const { order, circle } = orderModules(fragment)
  for (const name of circle ? [] : order) {
    const definition = inNames(own(fragment.modules, name)!, symbols, modules)
    const found = [name, ...numberedLike(changed.modules, name)].find((each) =>
      isSame(own(changed.modules, each), definition),
    )
    const now = found ?? uniqueModuleName(changed, name)
    modules.set(name, now)
    if (found === undefined)
      changed = withPins({ ...changed, modules: { ...changed.modules, [now]: definition } }, fragment, name, now)
  }
  return { diagram: changed, modules }
}

function inNames(module: Module, symbols: ReadonlyMap<string, string>, modules: ReadonlyMap<string, string>): Module {
  const params = module.params ?? {}
  const seen = new Map([...symbols].filter(([name]) => !Object.hasOwn(params, name)))
  return mapField(rewriteModule(module, symbols), 'nodes', (nodes) =>
    mapList(nodes, (node) => renameModules(stated(node, seen, renaming(seen)), modules)),
  )
}

/** Where a person has placed what is in a module, it stays so. */
function withPins(diagram: Diagram, fragment: Fragment, name: string, now: string): Diagram {
  const pins = Object.entries(fragment.view?.pins ?? {}).filter(([place]) => moduleOf(place) === name)
  if (pins.length === 0) return diagram
  const renamed = pins.map(([place, pin]) => [`${now}:${place.slice(name.length + 1)}`, pin] as const)
  return { ...diagram, view: { ...diagram.view, pins: { ...diagram.view?.pins, ...Object.fromEntries(renamed) } } }
}
