// Nodes with their expressions written in other names, groups gone into: the counterpart of `expressionsOf`.
import { blockOf } from '../../blocks'
import type { Field } from '../../blocks/fields'
import { conditionalOf } from '../../blocks/values'
import { renameSymbols } from '../../shared/expression'
import { initialOf } from '../expressions'
import { own, without } from '../own'
import type { DiagramNode, DiagramSymbol, Expression, Module, Param, Repeat } from '../schema'
import { mapField, mapList } from './references'

/** What an expression becomes. */
export type Rewrite = (expression: Expression) => Expression

/** An expression with its symbols called otherwise. */
export function renaming(names: ReadonlyMap<string, string>): Rewrite {
  return (expression) =>
    typeof expression === 'string' ? renameSymbols(expression, (name) => names.get(name) ?? name) : expression
}

/** The same node where every expression stays the same. */
export function rewriteNode(node: DiagramNode, rewrite: Rewrite): DiagramNode {
  let changed = mapField(node, 'repeat', (repeat) => rewriteRepeat(repeat, rewrite))
  changed = mapField(changed, 'tiedIf', rewrite)
  changed = mapField(changed, 'group', (group) =>
    mapField(group, 'nodes', (nodes) => mapList(nodes, (inner) => rewriteNode(inner, rewrite))),
  )
  if (changed.group) return changed
  const fields = changed.block === undefined ? undefined : (blockOf(changed.block)?.fields ?? {})
  return mapField(changed, 'params', (params) => {
    const entries = Object.entries(params).map(([name, param]) => {
      const type = fields ? own(fields, name)?.type : 'dimension'
      return [name, rewriteTyped(param, type, rewrite)] as const
    })
    return entries.every(([name, param]) => param === params[name]) ? params : Object.fromEntries(entries)
  })
}

function rewriteRepeat(repeat: Repeat, rewrite: Rewrite): Repeat {
  if (typeof repeat !== 'object') return rewrite(repeat)
  const count = rewrite(repeat.count)
  const active = repeat.active === undefined ? undefined : rewrite(repeat.active)
  if (count === repeat.count && active === repeat.active) return repeat
  return { ...repeat, count, ...(active !== undefined && { active }) }
}

function rewriteParam(param: Param, rewrite: Rewrite): Param {
  if (typeof param === 'string' || typeof param === 'number') return rewrite(param)
  if (!Array.isArray(param)) return param
  return mapList(param, (each) => (typeof each === 'string' || typeof each === 'number' ? rewrite(each) : each))
}

/** Sizes are expressions, and so is what decides between two values of whatever type. */
function rewriteTyped(param: Param, type: Field['type'] | undefined, rewrite: Rewrite): Param {
  const conditional = type === undefined || type === 'dimension' ? undefined : conditionalOf(param)
  if (conditional) {
    const changed = {
      if: rewrite(conditional.if),
      is: rewriteTyped(conditional.is as Param, type, rewrite),
      else: rewriteTyped(conditional.else as Param, type, rewrite),
    }
    const isSame = (['if', 'is', 'else'] as const).every((key) => changed[key] === conditional[key])
    return isSame ? param : { ...(param as object), ...changed }
  }
  return type === 'dimension' || type === 'shape' ? rewriteParam(param, rewrite) : param
}

/** A module in other names: its own parameters keep theirs. `outer` is what the symbols of the document become. */
export function rewriteModule(module: Module, outer: ReadonlyMap<string, string>): Module {
  const params = Object.keys(module.params ?? {})
  const inside = renaming(new Map([...outer].filter(([name]) => !params.includes(name))))
  const rewritten = mapField(module, 'nodes', (nodes) => mapList(nodes, (node) => rewriteNode(node, inside)))
  return mapField(rewritten, 'params', (all) => {
    const entries = Object.entries(all).map(([name, param]) => {
      const initial = renaming(outer)(initialOf(param))
      if (initial === initialOf(param)) return [name, param] as const
      return [name, typeof param === 'object' ? { ...param, initial } : initial] as const
    })
    return entries.every(([name, param]) => param === all[name]) ? all : Object.fromEntries(entries)
  })
}

export function rewriteSymbol(symbol: DiagramSymbol, rewrite: Rewrite): DiagramSymbol {
  if (typeof symbol !== 'object') return rewrite(symbol)
  if (symbol.value === undefined) return symbol
  const value = rewrite(symbol.value)
  return value === symbol.value ? symbol : { ...symbol, value }
}

/** A node that names its modules otherwise, groups gone into. */
export function renameModules(node: DiagramNode, names: ReadonlyMap<string, string>): DiagramNode {
  const changed = mapField(node, 'group', (group) =>
    mapField(group, 'nodes', (nodes) => mapList(nodes, (inner) => renameModules(inner, names))),
  )
  const name = changed.module === undefined ? undefined : names.get(changed.module)
  return name === undefined || name === changed.module ? changed : { ...changed, module: name }
}

/** A node whose weights are shared with another path, groups gone into; undefined: with none. */
export function mapTied(node: DiagramNode, change: (path: string) => string | undefined): DiagramNode {
  const changed = mapField(node, 'group', (group) =>
    mapField(group, 'nodes', (nodes) => mapList(nodes, (inner) => mapTied(inner, change))),
  )
  if (changed.tied === undefined) return changed
  const tied = change(changed.tied)
  return tied === changed.tied ? changed : tied === undefined ? untied(changed) : { ...changed, tied }
}

/** With weights of its own. */
export function untied(node: DiagramNode): DiagramNode {
  return without(without(node, 'tied'), 'tiedIf')
}
