// Other names for symbols and parameters, with every formula that uses them.
import { badName, canName, namesIn } from '../checkSymbols'
import { initialOf } from '../expressions'
import { stated, unstatedNames } from '../initials'
import { own } from '../own'
import { brief } from '../problems'
import type { Diagram, DiagramNode, Expression, Module } from '../schema'
import { mapField, mapKeys, mapList, mapNodes } from './references'
import { renaming, rewriteModule, rewriteNode, rewriteSymbol } from './rewrite'
import { edits } from '../sentences/edits'
import type { Message } from '../../shared/message'

/** Why a symbol cannot be called so, in a sentence. */
export function whyNotRenameSymbol(diagram: Diagram, name: string, now: string): Message | undefined {
  if (own(diagram.symbols, name) === undefined) return edits.noSymbol({ name: brief(name) })
  if (!canName(now)) return badName(now)
  if (name !== now && own(diagram.symbols, now) !== undefined) return edits.symbolTaken({ name: brief(now) })
  const hiding = Object.entries(diagram.modules ?? {}).find(
    ([, module]) => own(module.params, now) !== undefined && usesFromOutside(module, name),
  )
  return hiding && edits.symbolHidden({ module: hiding[0], name: brief(now) })
}

function usesFromOutside(module: Module, name: string): boolean {
  return own(module.params, name) === undefined && (namesIn(module).has(name) || unstatedNames(module).has(name))
}

/** Nothing happens where `whyNotRenameSymbol` says why. */
export function renameSymbol(diagram: Diagram, name: string, now: string): Diagram {
  if (name === now || whyNotRenameSymbol(diagram, name, now) !== undefined) return diagram
  const names = new Map([[name, now]])
  const rewrite = renaming(names)
  const key = (each: string) => (each === name ? now : each)
  const sets = <T extends { set?: Record<string, Expression> }>(things: T[]): T[] =>
    mapList(things, (each) =>
      mapField(each, 'set', (set) => mapExpressions(mapKeys(set!, key), rewrite) as NonNullable<T['set']>),
    )
  const node = (each: DiagramNode) => rewriteNode(stated(each, names, rewrite), rewrite)
  let changed = mapField(diagram, 'symbols', (symbols) => {
    const renamed = mapKeys(symbols, key)
    return Object.fromEntries(Object.entries(renamed).map(([each, symbol]) => [each, rewriteSymbol(symbol, rewrite)]))
  })
  changed = mapField(changed, 'variants', sets)
  changed = mapField(changed, 'phases', sets)
  changed = mapField(changed, 'published', sets)
  changed = mapField(changed, 'nodes', (nodes) => mapList(nodes, node))
  return mapField(changed, 'modules', (modules) =>
    Object.fromEntries(
      Object.entries(modules).map(([each, module]) => {
        const rewritten = rewriteModule(module, names)
        if (own(module.params, name) !== undefined) return [each, rewritten]
        return [each, mapField(rewritten, 'nodes', (nodes) => mapList(nodes, (inner) => stated(inner, names, rewrite)))]
      }),
    ),
  )
}

function mapExpressions(record: Record<string, Expression>, rewrite: (each: Expression) => Expression) {
  const entries = Object.entries(record).map(([name, each]) => [name, rewrite(each)] as const)
  return entries.every(([name, each]) => each === record[name]) ? record : Object.fromEntries(entries)
}

/** Why a module cannot have a parameter of this name, in a sentence. */
export function whyNotParamName(diagram: Diagram, module: string, name: string): Message | undefined {
  const definition = own(diagram.modules, module)
  if (!definition) return edits.noModuleNamed({ name: brief(module) })
  if (!canName(name)) return badName(name)
  if (own(definition.params, name) !== undefined) return edits.paramTaken({ name: brief(name) })
  // It would be meant in the place of the symbol from now on.
  if (namesIn(definition).has(name) || unstatedNames(definition).has(name))
    return edits.paramHides({ name: brief(name) })
  return undefined
}

export function addModuleParam(diagram: Diagram, module: string, name: string, initial: Expression): Diagram {
  if (whyNotParamName(diagram, module, name) !== undefined) return diagram
  return updateModule(diagram, module, (each) => ({ ...each, params: { ...each.params, [name]: initial } }))
}

/** What it is where an instance does not say. */
export function setModuleParam(diagram: Diagram, module: string, name: string, initial: Expression): Diagram {
  return updateModule(diagram, module, (each) =>
    mapField(each, 'params', (params) => {
      const param = own(params, name)
      if (param === undefined || initialOf(param) === initial) return params
      return { ...params, [name]: typeof param === 'object' ? { ...param, initial } : initial }
    }),
  )
}

/** Formulas inside and values at instances follow. Nothing happens where `whyNotParamName` says why. */
export function renameModuleParam(diagram: Diagram, module: string, name: string, now: string): Diagram {
  const definition = own(diagram.modules, module)
  if (own(definition?.params, name) === undefined || whyNotParamName(diagram, module, now) !== undefined) return diagram
  const names = new Map([[name, now]])
  const rewrite = renaming(names)
  const key = (each: string) => (each === name ? now : each)
  const renamed = updateModule(diagram, module, (each) => ({
    ...each,
    params: mapKeys(each.params!, key),
    nodes: each.nodes.map((node) => rewriteNode(stated(node, names, rewrite), rewrite)),
  }))
  return atInstances(renamed, module, (params) => mapKeys(params, key))
}

/** Where in a module a parameter is used, so that it cannot go. */
export function paramIsUsed(diagram: Diagram, module: string, name: string): boolean {
  const definition = own(diagram.modules, module)
  return definition !== undefined && (namesIn(definition).has(name) || unstatedNames(definition).has(name))
}

/** Nothing happens while it is used. */
export function removeModuleParam(diagram: Diagram, module: string, name: string): Diagram {
  const definition = own(diagram.modules, module)
  if (own(definition?.params, name) === undefined || paramIsUsed(diagram, module, name)) return diagram
  const key = (each: string) => (each === name ? undefined : each)
  const removed = updateModule(diagram, module, (each) => {
    const params = mapKeys(each.params!, key)
    const { params: _, ...rest } = each
    return Object.keys(params).length > 0 ? { ...each, params } : rest
  })
  return atInstances(removed, module, (params) => mapKeys(params, key))
}

function updateModule(diagram: Diagram, name: string, change: (module: Module) => Module): Diagram {
  const module = own(diagram.modules, name)
  const changed = module && change(module)
  return changed === undefined || changed === module
    ? diagram
    : { ...diagram, modules: { ...diagram.modules, [name]: changed } }
}

type Params = NonNullable<DiagramNode['params']>

function atInstances(diagram: Diagram, module: string, change: (params: Params) => Params): Diagram {
  return mapNodes(diagram, (node) => {
    if (node.module !== module || !node.params) return node
    const params = change(node.params)
    if (params === node.params) return node
    const { params: _, ...rest } = node
    return Object.keys(params).length > 0 ? { ...node, params } : rest
  })
}
