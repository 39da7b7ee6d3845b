// Old files brought up to this version, one named step per version. A step is pure, upward only, and takes whatever an old
// file may hold: what it does not understand it leaves for the schema to complain about.
import { formatVersion } from './schema'
import { without } from './own'
import type { Message } from '../shared/message'
import { reading } from './sentences/reading'

type Loose = Readonly<Record<string, unknown>>

export interface Migration {
  readonly name: string
  /** The version that it brings up to the next. */
  readonly from: number
  up(file: Loose): Loose
}

export const migrations: readonly Migration[] = [{ name: 'listNodesAndEdges', from: 0, up: listNodesAndEdges }]

export type Migrated =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: Message }

/** A file without a version is of version 0. */
export function migrate(file: unknown): Migrated {
  if (!isRecord(file))
    return refuse(reading.notADiagram({ found: Array.isArray(file) ? reading.aList() : reading.aSingleValue() }))
  if (!['nodes', 'about', 'edges', 'modules'].some((name) => Object.hasOwn(file, name)))
    return refuse(reading.hasNoNodes())
  const version = Object.hasOwn(file, 'version') ? file.version : 0
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return refuse(reading.notAVersion({ version: formatVersion }))
  if (version > formatVersion) return refuse(reading.laterVersion({ version, most: formatVersion }))
  const steps = migrations.filter((step) => step.from >= version)
  const value = steps.reduce<Loose>((each, step) => ({ ...step.up(each), version: step.from + 1 }), file)
  return {
    ok: true,
    value: isRecord(value.companions) ? { ...value, companions: migrateEach(value.companions) } : value,
  }
}

/** Each has a version of its own. */
function migrateEach(companions: Loose): Loose {
  return Object.fromEntries(
    Object.entries(companions).map(([name, companion]) => {
      // Of companions within companions nothing is shown, so nothing is read.
      const migrated = migrate(isRecord(companion) ? without(companion, 'companions') : companion)
      return [name, migrated.ok ? migrated.value : companion]
    }),
  )
}

function refuse(message: Message): Migrated {
  return { ok: false, message }
}

/** Version 0 kept nodes as a record by id and edges as text, `a.x -> b.x`. */
function listNodesAndEdges(file: Loose): Loose {
  const graph = listGraph(file)
  if (!isRecord(file.modules)) return graph
  return {
    ...graph,
    modules: Object.fromEntries(
      Object.entries(file.modules).map(([name, module]) => [name, isRecord(module) ? listGraph(module) : module]),
    ),
  }
}

function listGraph(graph: Loose): Loose {
  const { nodes, edges = [] } = graph
  return {
    ...graph,
    nodes: isRecord(nodes) ? Object.entries(nodes).map(([id, node]) => listNode(id, node)) : nodes,
    edges: Array.isArray(edges) ? edges.map(edgeObject) : edges,
  }
}

function listNode(id: string, node: unknown): unknown {
  if (!isRecord(node)) return node
  return { id, ...node, ...(isRecord(node.group) && { group: listGraph(node.group) }) }
}

function edgeObject(edge: unknown): unknown {
  const [from, to, ...more] = typeof edge === 'string' ? edge.split('->') : []
  return from === undefined || to === undefined || more.length > 0 ? edge : { from: from.trim(), to: to.trim() }
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
