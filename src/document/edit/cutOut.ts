// Nodes as a fragment: with the edges among them and all that they need: modules, symbols, sources, what phases say of them.
import { format, numberOf } from '../../shared/dimension'
import { canName, namesIn } from '../checkSymbols'
import { endOf } from '../ends'
import { initialOf, symbolLookup, symbolsIn, symbolValue, workOut, type Lookup } from '../expressions'
import type { Fragment } from '../fragment'
import { uniqueIn } from '../ids'
import { stated, unstatedNames } from '../initials'
import { nodesIn } from '../instances'
import { own, without } from '../own'
import { bodyAt, insideOf, moduleOf, placeIn, walk } from '../place'
import type { Diagram, DiagramNode, Expression, GraphBody, Module, Words } from '../schema'
import { say } from '../words'
import { mapPaths, mapPlaces } from './references'
import { mapTied, rewriteNode, renaming } from './rewrite'
import { inheritedState } from './states'
import { isWithin, pathIn } from '../../shared/path'

export interface Shown {
  readonly variant?: string
  readonly phase?: string
}

/**
 * The nodes of the graph at a path as a fragment; undefined where there are none. `shown` is the variant and the phase that
 * are looked at: where the fragment goes to another document, it is what was seen that comes along.
 */
export function cutOut(
  diagram: Diagram,
  path: string,
  ids: readonly string[],
  shown: Shown,
  title?: Words,
): Fragment | undefined {
  const graph = insideOf(diagram, path)
  const body = graph === undefined ? undefined : bodyAt(diagram, graph)
  const wanted = new Set(ids)
  const nodes = body?.nodes.filter((node) => wanted.has(node.id)) ?? []
  if (!body || graph === undefined || nodes.length === 0) return undefined
  const inside = new Set(nodes.map((node) => node.id))
  const modules = modulesOf(diagram, nodes)
  const { symbols, names, params } = symbolsFor(diagram, path, nodes, modules, shown)
  const sources = new Set(
    Object.values(symbols).flatMap((symbol) => (typeof symbol === 'object' ? (symbol.source ?? []) : [])),
  )
  const isInner = (end: string) => inside.has(endOf(end).node)
  const variants = diagram.variants?.map((variant) => ({
    ...variant,
    set: Object.fromEntries(Object.entries(variant.set).filter(([name]) => Object.hasOwn(symbols, name))),
  }))
  return {
    version: diagram.version,
    about: {
      title: title ?? nodes[0]!.label ?? nodes[0]!.id,
      ...(sources.size > 0 && { sources: diagram.about.sources?.filter(({ id }) => sources.has(id)) ?? [] }),
    },
    ...(Object.keys(symbols).length > 0 && { symbols }),
    ...(variants && { variants }),
    ...phasesFor(diagram, path, inside, shown.phase),
    ...(Object.keys(modules).length > 0 && { modules }),
    nodes: nodes.map((node) => inNames(tiedWithin(node, path, inside), names)),
    edges: body.edges.filter((edge) => isInner(edge.from) && isInner(edge.to)),
    ...annotationsOf(body, inside),
    ...viewFor(diagram, graph, path, inside, shown),
    fragment: {
      graph,
      params,
      inputs: body.edges.filter((edge) => !isInner(edge.from) && isInner(edge.to)),
      outputs: body.edges.filter((edge) => isInner(edge.from) && !isInner(edge.to)),
      states: Object.fromEntries(
        nodes.flatMap(({ id }) => {
          const state = inheritedState(diagram, shown.phase, pathIn(path, id))
          return state === undefined || state === 'absent' ? [] : [[id, state] as const]
        }),
      ),
      places: {},
    },
  }
}

function inNames(node: DiagramNode, names: ReadonlyMap<string, string>): DiagramNode {
  const rewrite = renaming(names)
  return rewriteNode(stated(node, names, rewrite), rewrite)
}

/** What goes along with these nodes alone. */
function annotationsOf({ texts, frames }: GraphBody, ids: ReadonlySet<string>): Pick<Diagram, 'texts' | 'frames'> {
  const mine = texts?.filter(({ node }) => node !== undefined && ids.has(node)) ?? []
  const around = frames?.filter(({ nodes }) => nodes.length > 0 && nodes.every((id) => ids.has(id))) ?? []
  return { ...(mine.length > 0 && { texts: mine }), ...(around.length > 0 && { frames: around }) }
}

/** The whole document as one group, to be put into another. */
export function asGroup(diagram: Diagram, shown: Shown): Fragment {
  const id = uniqueIn([], say(diagram.about.title, 'en'))
  const moved = mapPlaces(
    mapPaths(without(diagram, 'steps', 'published'), (path) => pathIn(id, path)),
    (place) => (moduleOf(place) === undefined ? pathIn(id, place) : place),
  )
  const { nodes, edges, texts, frames } = moved
  const group = { inputs: [], outputs: [], nodes, edges, ...(texts && { texts }), ...(frames && { frames }) }
  const view = { ...moved.view, unfolded: [id, ...(moved.view?.unfolded ?? [])] }
  const whole = {
    ...without(moved, 'texts', 'frames'),
    nodes: [{ id, label: diagram.about.title, group }],
    edges: [],
    view,
  }
  return cutOut(whole, '', [id], shown)!
}

/** The definitions of all instances, and of those in them. */
function modulesOf(diagram: Diagram, nodes: readonly DiagramNode[]): Record<string, Module> {
  const found = new Set<string>()
  const search = (body: GraphBody) => {
    for (const { node } of nodesIn('', body)) {
      const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
      if (!module || found.has(node.module!)) continue
      found.add(node.module!)
      search(module)
    }
  }
  search({ nodes: [...nodes], edges: [] })
  return Object.fromEntries(Object.entries(diagram.modules ?? {}).filter(([name]) => found.has(name)))
}

interface Named {
  readonly symbols: NonNullable<Diagram['symbols']>
  /** What the nodes call their symbols from now on. */
  readonly names: ReadonlyMap<string, string>
  readonly params: Readonly<Record<string, string>>
}

/** All symbols that are named, with those that they lead to. What the module around is told becomes symbols too. */
function symbolsFor(
  diagram: Diagram,
  path: string,
  nodes: readonly DiagramNode[],
  modules: Readonly<Record<string, Module>>,
  shown: Shown,
): Named {
  const outer = moduleOf(insideOf(diagram, path) ?? '')
  const around = (outer === undefined ? undefined : own(diagram.modules, outer)?.params) ?? {}
  const needed = new Set<string>()
  const told = new Set<string>()
  for (const name of namesIn({ nodes: [...nodes], edges: [] })) (Object.hasOwn(around, name) ? told : needed).add(name)
  for (const name of unstatedNames({ nodes: [...nodes], edges: [] })) {
    if (Object.hasOwn(around, name)) told.add(name)
    else if (own(diagram.symbols, name) !== undefined) needed.add(name)
  }
  for (const module of Object.values(modules)) {
    for (const name of unstatedNames(module))
      if (!Object.hasOwn(module.params ?? {}, name) && own(diagram.symbols, name) !== undefined) needed.add(name)
    for (const name of namesIn(module)) if (!Object.hasOwn(module.params ?? {}, name)) needed.add(name)
    for (const param of Object.values(module.params ?? {}))
      for (const name of symbolsIn(initialOf(param))) needed.add(name)
  }
  const lookup = lookupAt(diagram, path, shown)
  const values = new Map(
    [...told].map((param) => [param, valueIn(lookup, param) ?? initialOf(around[param]!)] as const),
  )
  for (const value of values.values()) for (const name of symbolsIn(value)) needed.add(name)
  for (const name of needed) for (const other of namesBehind(diagram, name)) needed.add(other) // A set is gone through as it grows.

  const taken = new Set([...needed, ...Object.values(modules).flatMap((module) => Object.keys(module.params ?? {}))])
  const names = new Map<string, string>()
  for (const param of told) {
    let name = param
    for (let number = 2; taken.has(name) || !canName(name); number++) name = `${param}_${number}`
    taken.add(name)
    names.set(param, name)
  }
  return {
    names,
    params: Object.fromEntries([...names].map(([param, name]) => [name, param])),
    symbols: {
      ...Object.fromEntries(Object.entries(diagram.symbols ?? {}).filter(([name]) => needed.has(name))),
      ...Object.fromEntries([...names].map(([param, name]) => [name, values.get(param)!])),
    },
  }
}

/** The symbols that a symbol's value names, in any variant. */
function* namesBehind(diagram: Diagram, name: string): Generator<string> {
  const symbol = own(diagram.symbols, name)
  if (symbol !== undefined) yield* symbolsIn(symbolValue(symbol))
  for (const { set } of diagram.variants ?? []) yield* symbolsIn(own(set, name))
}

/** What names mean in the graph at a path: each module on the way is told its parameters from outside. */
function lookupAt(diagram: Diagram, path: string, { variant, phase }: Shown): Lookup {
  const symbols = symbolLookup(
    diagram,
    diagram.phases?.find(({ id }) => id === phase)?.set,
    diagram.variants?.find(({ id }) => id === variant)?.set,
  )
  let lookup = symbols
  for (const { node } of (path === '' ? undefined : walk(diagram, path)) ?? []) {
    const params = node.module === undefined ? undefined : own(diagram.modules, node.module)?.params
    if (node.module === undefined) continue
    const outside = lookup
    lookup = (name) => {
      const param = own(params, name)
      if (param === undefined) return symbols(name)
      const bound = own(node.params, name)
      const isBound = typeof bound === 'string' || typeof bound === 'number'
      return isBound ? workOut(bound, outside) : workOut(initialOf(param), symbols)
    }
  }
  return lookup
}

function valueIn(lookup: Lookup, name: string): Expression | undefined {
  const value = lookup(name)
  return value && (numberOf(value) ?? format(value))
}

/** What phases say of these nodes and of what is in them, by their paths in the fragment. */
function phasesFor(
  diagram: Diagram,
  path: string,
  ids: ReadonlySet<string>,
  shown: string | undefined,
): Pick<Diagram, 'phases'> {
  const start = path === '' ? '' : `${path}/`
  const phases = diagram.phases?.flatMap(({ id, label, states }) => {
    const said = Object.entries(states ?? {}).flatMap(([each, state]) => {
      if (!each.startsWith(start)) return []
      const here = each.slice(start.length)
      return ids.has(here.split('/')[0]!) ? [[here, state] as const] : []
    })
    // The phase that is shown is named by the view.
    return said.length === 0 && id !== shown ? [] : [{ id, label, states: Object.fromEntries(said) }]
  })
  return phases && phases.length > 0 ? { phases } : {}
}

function viewFor(
  diagram: Diagram,
  graph: string,
  path: string,
  ids: ReadonlySet<string>,
  { variant, phase }: Shown,
): Pick<Diagram, 'view'> {
  const start = path === '' ? '' : `${path}/`
  const unfolded = (diagram.view?.unfolded ?? []).flatMap((each) => {
    if (!each.startsWith(start)) return []
    const here = each.slice(start.length)
    return ids.has(here.split('/')[0]!) ? [here] : []
  })
  const places = [...ids].map((id) => [id, placeIn(graph, id)] as const)
  const pins = Object.entries(diagram.view?.pins ?? {}).flatMap(([place, pin]) =>
    places.flatMap(([id, mine]) => (isWithin(place, mine) ? [[id + place.slice(mine.length), pin] as const] : [])),
  )
  const view = {
    ...(variant !== undefined && diagram.variants?.some(({ id }) => id === variant) && { variant }),
    ...(phase !== undefined && diagram.phases?.some(({ id }) => id === phase) && { phase }),
    ...(unfolded.length > 0 && { unfolded }),
    ...(pins.length > 0 && { pins: Object.fromEntries(pins) }),
  }
  return Object.keys(view).length > 0 ? { view } : {}
}

/** Shared weights within the fragment are named by the path there; others keep the path that they had. */
function tiedWithin(node: DiagramNode, path: string, ids: ReadonlySet<string>): DiagramNode {
  const start = path === '' ? '' : `${path}/`
  return mapTied(node, (tied) => {
    const here = tied.startsWith(start) ? tied.slice(start.length) : undefined
    if (here !== undefined && ids.has(here.split('/')[0]!)) return here
    // It would be taken for a node of the fragment.
    return ids.has(tied.split('/')[0]!) ? undefined : tied
  })
}
