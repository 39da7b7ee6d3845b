// Which nodes of a picture are joined by edges. A node's neighbours stand beside it in its graph; where an edge leaves
// through the wall of what holds the node, they stand on the other side of that wall. Nothing looks into a container.
import type { Graph } from './graph'
import { idOf, parentOf, pathIn } from '../shared/path'

export type Way = 'before' | 'after'

export interface Neighbour {
  readonly path: string
  /** Ids of the edges on the way, in the order in which they are met. */
  readonly edges: readonly string[]
}

export interface Neighbours {
  of(path: string, way: Way): readonly Neighbour[]
}

interface Link {
  readonly edge: string
  /** Undefined: the wall. */
  readonly node: string | undefined
  readonly port: string
}

interface Level {
  /** Links by the port at which they begin (`after`) or end (`before`): `node.port`, for the wall `.port`. */
  readonly before: Map<string, Link[]>
  readonly after: Map<string, Link[]>
  readonly ports: Map<string, { readonly before: Set<string>; readonly after: Set<string> }>
}

const known = new WeakMap<Graph, Neighbours>()

/** Kept for as long as the picture lives. */
export function neighboursIn(graph: Graph): Neighbours {
  let found = known.get(graph)
  if (!found) known.set(graph, (found = search(levelsOf(graph))))
  return found
}

function levelsOf(root: Graph): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  const visit = (graph: Graph, path: string) => {
    const level: Level = { before: new Map(), after: new Map(), ports: new Map() }
    for (const { id, from, to } of graph.edges) {
      put(level.after, key(from.node, from.port), { edge: id, node: to.node, port: to.port })
      put(level.before, key(to.node, to.port), { edge: id, node: from.node, port: from.port })
      if (from.node !== undefined) portsAt(level, from.node).after.add(from.port)
      if (to.node !== undefined) portsAt(level, to.node).before.add(to.port)
    }
    levels.set(path, level)
    for (const node of graph.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(root, '')
  return levels
}

function search(levels: ReadonlyMap<string, Level>): Neighbours {
  const follow = (level: string, start: string, way: Way, edges: readonly string[], found: Map<string, Neighbour>) => {
    for (const link of levels.get(level)?.[way].get(start) ?? []) {
      const trail = [...edges, link.edge]
      if (link.node !== undefined) {
        const path = pathIn(level, link.node)
        const old = found.get(path)
        found.set(path, { path, edges: old ? [...old.edges, ...trail] : trail })
      } else if (level !== '') follow(parentOf(level), key(idOf(level), link.port), way, trail, found)
    }
  }
  return {
    of(path, way) {
      const level = parentOf(path)
      const found = new Map<string, Neighbour>()
      for (const port of levels.get(level)?.ports.get(idOf(path))?.[way] ?? [])
        follow(level, key(idOf(path), port), way, [], found)
      found.delete(path)
      return [...found.values()]
    },
  }
}

function put(links: Map<string, Link[]>, at: string, link: Link) {
  const there = links.get(at)
  if (there) there.push(link)
  else links.set(at, [link])
}

function portsAt({ ports }: Level, id: string) {
  let at = ports.get(id)
  if (!at) ports.set(id, (at = { before: new Set(), after: new Set() }))
  return at
}

function key(node: string | undefined, port: string): string {
  return `${node ?? ''}.${port}`
}
