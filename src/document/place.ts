// Addresses. A path says which node of the unfolded model is meant: ids from the root joined by `/`, through groups and
// module instances. A place says where a node is written: `a/b` at the root or in its groups, `name:a/b` in the module
// `name`. A graph has a place too: `` is the root, `a` the inside of the group `a`, `name:` a module, `name:a` a group in it.
// A text that is called `graph` is always the place of one; its path is called `path`, or `level` beside that of a node.
import { own } from './own'
import type { Diagram, DiagramNode, GraphBody } from './schema'
import { idsOf, pathIn } from '../shared/path'

/** The place of a node, from the place of its graph and its id. */
export function placeIn(graph: string, id: string): string {
  return graph.endsWith(':') ? graph + id : pathIn(graph, id)
}

/** The place of the graph that holds the node at a place, and the node's id there. */
export function splitPlace(place: string): { readonly graph: string; readonly id: string } {
  const slash = place.lastIndexOf('/')
  if (slash >= 0) return { graph: place.slice(0, slash), id: place.slice(slash + 1) }
  const colon = place.indexOf(':')
  return { graph: place.slice(0, colon + 1), id: place.slice(colon + 1) }
}

/** The module in which a place lies; undefined at the root and in its groups. */
export function moduleOf(place: string): string | undefined {
  const colon = place.indexOf(':')
  return colon < 0 ? undefined : place.slice(0, colon)
}

/** The place of the graph inside a node: undefined for a block. */
export function insideNode(graph: string, node: DiagramNode): string | undefined {
  if (node.module !== undefined) return `${node.module}:`
  return node.group ? placeIn(graph, node.id) : undefined
}

/** The graph at a place. */
export function bodyAt(diagram: Diagram, graph: string): GraphBody | undefined {
  const name = moduleOf(graph)
  const rest = name === undefined ? graph : graph.slice(name.length + 1)
  let body: GraphBody | undefined = name === undefined ? diagram : own(diagram.modules, name)
  if (rest === '') return body
  for (const id of rest.split('/')) body = body && nodeIn(body, id)?.group
  return body
}

/** The node that is written at a place. */
export function nodeAt(diagram: Diagram, place: string): DiagramNode | undefined {
  const { graph, id } = splitPlace(place)
  const body = bodyAt(diagram, graph)
  return body && nodeIn(body, id)
}

const indices = new WeakMap<readonly DiagramNode[], ReadonlyMap<string, DiagramNode>>()

/** The node of a graph that has the id. Graphs never change, so what was found is kept beside them. */
export function nodeIn(body: GraphBody, id: string): DiagramNode | undefined {
  if (body.nodes.length < 8) return body.nodes.find((node) => node.id === id)
  let index = indices.get(body.nodes)
  if (!index) indices.set(body.nodes, (index = new Map(body.nodes.map((node) => [node.id, node]))))
  return index.get(id)
}

export interface PathStep {
  /** The place of the graph that holds the node. */
  readonly graph: string
  readonly node: DiagramNode
}

/** Every node on the way to a path, the node itself last; undefined where the path leads nowhere. */
export function walk(diagram: Diagram, path: string): PathStep[] | undefined {
  const steps: PathStep[] = []
  let graph: string | undefined = ''
  for (const id of idsOf(path)) {
    const body: GraphBody | undefined = graph === undefined ? undefined : bodyAt(diagram, graph)
    const node = body && nodeIn(body, id)
    if (!node) return undefined
    steps.push({ graph: graph!, node })
    graph = insideNode(graph!, node)
  }
  return steps
}

/** Where the node of a path is written. */
export function placeOf(diagram: Diagram, path: string): string | undefined {
  const last = walk(diagram, path)?.at(-1)
  return last && placeIn(last.graph, last.node.id)
}

/** The place of the graph that holds the node of a path. */
export function graphPlaceOf(diagram: Diagram, path: string): string | undefined {
  return walk(diagram, path)?.at(-1)?.graph
}

/** The place of the graph inside the node of a path; that of the root for the empty path. */
export function insideOf(diagram: Diagram, path: string): string | undefined {
  if (path === '') return ''
  const last = walk(diagram, path)?.at(-1)
  return last && insideNode(last.graph, last.node)
}

export function nodeOf(diagram: Diagram, path: string): DiagramNode | undefined {
  return walk(diagram, path)?.at(-1)?.node
}

/**
 * The diagram with one graph changed, wherever it is written. All else is shared with the diagram before, and it is the
 * same diagram where the change gives the same graph back.
 */
export function updateBody(diagram: Diagram, graph: string, change: <B extends GraphBody>(body: B) => B): Diagram {
  const name = moduleOf(graph)
  const rest = name === undefined ? graph : graph.slice(name.length + 1)
  const ids = idsOf(rest)
  if (name === undefined) return updateInside(diagram, ids, change)
  const module = own(diagram.modules, name)
  const changed = module && updateInside(module, ids, change)
  return changed === module ? diagram : { ...diagram, modules: { ...diagram.modules, [name]: changed! } }
}

function updateInside<B extends GraphBody>(
  body: B,
  [id, ...rest]: readonly string[],
  change: <G extends GraphBody>(body: G) => G,
): B {
  if (id === undefined) return change(body)
  return updateNodeIn(body, id, (node) => {
    const group = node.group && updateInside(node.group, rest, change)
    return group === node.group ? node : { ...node, group }
  })
}

/** A graph with one of its nodes changed. */
function updateNodeIn<B extends GraphBody>(body: B, id: string, change: (node: DiagramNode) => DiagramNode): B {
  const node = nodeIn(body, id)
  const changed = node && change(node)
  if (changed === undefined || changed === node) return body
  return { ...body, nodes: body.nodes.map((each) => (each === node ? changed : each)) }
}

/** The diagram with one node changed, wherever it is written. */
export function updateNode(diagram: Diagram, place: string, change: (node: DiagramNode) => DiagramNode): Diagram {
  const { graph, id } = splitPlace(place)
  return updateBody(diagram, graph, (body) => updateNodeIn(body, id, change))
}
