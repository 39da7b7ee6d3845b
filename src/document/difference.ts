// What differs between two states of a document: nodes, edges, modules, and all that is said about them. Pure, and quick where
// the two share most of their parts, as the states before and after an edit do.
import { own } from './own'
import { placeIn } from './place'
import { isSame } from './same'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, Module } from './schema'

export type Kind = 'added' | 'removed' | 'changed'

/** One value, by the names that lead to it: `['params', 'width']`. What is in a list with ids is found by id. */
export interface FieldChange {
  readonly path: readonly string[]
  /** Absent: it was not there. */
  readonly before?: unknown
  readonly after?: unknown
}

export interface NodeChange {
  readonly place: string
  readonly kind: Kind
  /** As it is now, or was last. */
  readonly node: DiagramNode
  /** Of nodes that were there before and are there now. Their insides are not among them: those have places of their own. */
  readonly fields: readonly FieldChange[]
}

export interface EdgeChange {
  /** The place of the graph that holds it. */
  readonly graph: string
  readonly kind: Kind
  readonly from: string
  readonly to: string
}

export interface ModuleChange {
  readonly name: string
  readonly kind: Kind
  /** Its parameters, ports and words. */
  readonly fields: readonly FieldChange[]
}

export interface Difference {
  /** What lies in an added or removed node or module is not listed again. */
  readonly nodes: readonly NodeChange[]
  readonly edges: readonly EdgeChange[]
  readonly modules: readonly ModuleChange[]
  /** Everything else, from the root of the document: `['view', 'direction']`; the order of a graph's nodes: `['nodes', place]`. */
  readonly fields: readonly FieldChange[]
}

/** Empty lists where the two say the same. */
export function differenceOf(before: Diagram, after: Diagram): Difference {
  const found: Found = { nodes: [], edges: [], modules: [], fields: [] }
  if (before === after) return found
  compareBodies(found, '', before, after)
  compareModules(found, before.modules ?? {}, after.modules ?? {})
  compareFields(found.fields, [], rest(before), rest(after))
  return found
}

export function isEmpty({ nodes, edges, modules, fields }: Difference): boolean {
  return nodes.length + edges.length + modules.length + fields.length === 0
}

interface Found {
  readonly nodes: NodeChange[]
  readonly edges: EdgeChange[]
  readonly modules: ModuleChange[]
  readonly fields: FieldChange[]
}

/** The parts of a graph that have lists of their own here. */
const graphParts = new Set(['nodes', 'edges', 'modules', 'group'])

function rest(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !graphParts.has(name)))
}

function compareBodies(found: Found, graph: string, before: GraphBody, after: GraphBody) {
  if (before === after) return
  compareNodes(found, graph, before.nodes, after.nodes)
  compareEdges(found, graph, before.edges, after.edges)
}

function compareNodes(found: Found, graph: string, before: readonly DiagramNode[], after: readonly DiagramNode[]) {
  if (before === after) return
  const old = new Map(before.map((node) => [node.id, node]))
  for (const node of after) {
    const known = old.get(node.id)
    old.delete(node.id)
    const place = placeIn(graph, node.id)
    if (!known) found.nodes.push({ place, kind: 'added', node, fields: [] })
    else if (known !== node) compareNode(found, place, known, node)
  }
  for (const node of old.values())
    found.nodes.push({ place: placeIn(graph, node.id), kind: 'removed', node, fields: [] })
  const [order, now] = [idsIn(before, after), idsIn(after, before)]
  if (order.join() !== now.join()) found.fields.push(change(['nodes', graph], order, now))
}

/** The ids of those that are in both, in the order of the first. */
function idsIn(nodes: readonly DiagramNode[], others: readonly DiagramNode[]): string[] {
  const known = new Set(others.map(({ id }) => id))
  return nodes.flatMap(({ id }) => (known.has(id) ? [id] : []))
}

function compareNode(found: Found, place: string, before: DiagramNode, after: DiagramNode) {
  const fields: FieldChange[] = []
  compareFields(fields, [], rest(before), rest(after))
  const [old, now] = [before.group, after.group]
  if (old && now) compareFields(fields, ['group'], rest(old), rest(now))
  else if (old !== now) fields.push(change(['group'], old, now))
  if (fields.length > 0) found.nodes.push({ place, kind: 'changed', node: after, fields })
  if (old && now) compareBodies(found, place, old, now)
}

function compareEdges(found: Found, graph: string, before: readonly DiagramEdge[], after: readonly DiagramEdge[]) {
  if (before === after) return
  const old = new Map(before.map((edge) => [`${edge.from}>${edge.to}`, edge]))
  const push = (kind: Kind, { from, to }: DiagramEdge) => found.edges.push({ graph, kind, from, to })
  for (const edge of after) {
    const key = `${edge.from}>${edge.to}`
    const known = old.get(key)
    old.delete(key)
    if (!known) push('added', edge)
    else if (!isSame(known, edge)) push('changed', edge)
  }
  for (const edge of old.values()) push('removed', edge)
}

function compareModules(found: Found, before: Modules, after: Modules) {
  if (before === after) return
  for (const [name, module] of Object.entries(after)) {
    const known = own(before, name)
    if (!known) found.modules.push({ name, kind: 'added', fields: [] })
    else if (known !== module) {
      const fields: FieldChange[] = []
      compareFields(fields, [], rest(known), rest(module))
      if (fields.length > 0) found.modules.push({ name, kind: 'changed', fields })
      compareBodies(found, `${name}:`, known, module)
    }
  }
  for (const name of Object.keys(before))
    if (!Object.hasOwn(after, name)) found.modules.push({ name, kind: 'removed', fields: [] })
}

type Modules = Readonly<Record<string, Module>>

/** Goes into objects and into lists with ids, as far as they differ. */
function compareFields(found: FieldChange[], path: readonly string[], before: unknown, after: unknown) {
  if (before === after) return
  const [left, right] = [named(before), named(after)]
  if (!left || !right) {
    if (!isSame(before, after)) found.push(change(path, before, after))
    return
  }
  const count = found.length
  for (const name of Object.keys(right)) compareFields(found, [...path, name], own(left, name), right[name])
  for (const name of Object.keys(left))
    if (!Object.hasOwn(right, name)) compareFields(found, [...path, name], left[name], undefined)
  // The same in another order, which is a difference of the whole.
  if (found.length === count && Array.isArray(before) && !isSame(before, after)) found.push(change(path, before, after))
}

function change(path: readonly string[], before: unknown, after: unknown): FieldChange {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

/** What a value holds, by name; undefined where it holds nothing that has one. */
function named(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  const entries = value.map((item: unknown) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
    return typeof id === 'string' ? ([id, item] as const) : undefined
  })
  const ids = new Set(entries.map((each) => each?.[0]))
  return ids.has(undefined) || ids.size < entries.length
    ? undefined
    : Object.fromEntries(entries as [string, unknown][])
}
