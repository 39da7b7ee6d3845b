// How often, and under which paths, what is written once occurs in the unfolded model.
import { insideNode, moduleOf, splitPlace } from './place'
import type { Diagram, DiagramNode, GraphBody } from './schema'
import { pathIn } from '../shared/path'

export interface Written {
  /** The place of the graph that holds the node. */
  readonly graph: string
  readonly node: DiagramNode
}

/** Every node of the document as it is written, once: the root's, then each module's, groups gone into. */
export function* writtenNodes(diagram: Diagram): Generator<Written> {
  yield* nodesIn('', diagram)
  for (const [name, module] of Object.entries(diagram.modules ?? {})) yield* nodesIn(`${name}:`, module)
}

/** The nodes of one graph and of the groups in it. */
export function* nodesIn(graph: string, body: GraphBody): Generator<Written> {
  for (const node of body.nodes) {
    yield { graph, node }
    if (node.group) yield* nodesIn(insideNode(graph, node)!, node.group)
  }
}

const uses = new WeakMap<Diagram, ReadonlyMap<string, readonly Written[]>>()

/** The instances of each module, as they are written. */
export function usesOf(diagram: Diagram): ReadonlyMap<string, readonly Written[]> {
  let found = uses.get(diagram)
  if (!found) {
    const map = new Map<string, Written[]>()
    for (const written of writtenNodes(diagram)) {
      const { module } = written.node
      if (module === undefined) continue
      const list = map.get(module)
      if (list) list.push(written)
      else map.set(module, [written])
    }
    uses.set(diagram, (found = map))
  }
  return found
}

/** The paths under which the node that is written at a place occurs, at most `most` of them. */
export function pathsOf(diagram: Diagram, place: string, most = 1000): string[] {
  const { graph, id } = splitPlace(place)
  const paths: string[] = []
  for (const parent of graphPathsOf(diagram, graph)) {
    if (paths.length >= most) break
    paths.push(pathIn(parent, id))
  }
  return paths
}

/** The paths of the containers whose inside is the graph: the empty path for the root. */
export function* graphPathsOf(diagram: Diagram, graph: string): Generator<string> {
  const module = moduleOf(graph)
  if (graph === '') yield ''
  else if (module !== undefined && graph.length === module.length + 1) {
    for (const use of usesOf(diagram).get(module) ?? [])
      for (const parent of graphPathsOf(diagram, use.graph)) yield pathIn(parent, use.node.id)
  } else {
    const { graph: outer, id } = splitPlace(graph)
    for (const parent of graphPathsOf(diagram, outer)) yield pathIn(parent, id)
  }
}

/** How many times the node that is written at a place occurs; repeats count once. */
export function instanceCount(diagram: Diagram, place: string): number {
  const known = new Map<string, number>()
  const count = (graph: string): number => {
    const module = moduleOf(graph)
    if (module === undefined) return 1
    let sum = known.get(module)
    if (sum === undefined) {
      sum = (usesOf(diagram).get(module) ?? []).reduce((total, use) => total + count(use.graph), 0)
      known.set(module, sum)
    }
    return sum
  }
  return count(splitPlace(place).graph)
}
