// Lays out a picture level by level, from the inside outwards: each different graph once, then as a box of fixed size
// with fixed ports in the level that holds it. Going back down, only offsets are added.
import type { Graph, GraphNode } from '../graph/graph'
import type { Box, Point } from '../shared/geometry'
import type { Engine } from './elk'
import { spacings } from './flow'
import type { FlowDirection, Layout, LayoutOptions, LayOut, Route } from './layout'
import { layOutLevel } from './level'
import type { PlacedLevel } from './orient'
import { acrossOf, paddingOf, toFlow, toPage } from './orient'

interface Inside extends PlacedLevel {
  readonly insides: ReadonlyMap<string, Inside>
}

const remembered = 400

export function createComposer(engine: Engine): LayOut {
  const cache = new Map<string, Promise<Inside>>()

  function insideOf(graph: Graph, direction: FlowDirection, holder?: GraphNode): Promise<Inside> {
    const header = holder ? `${holder.size.width}×${holder.size.height}` : 'root'
    const key = `${direction}|${header}|${graph.key}`
    const known = cache.get(key)
    if (known) {
      cache.delete(key)
      cache.set(key, known)
      return known
    }
    const made = make(graph, direction, holder)
    cache.set(key, made)
    if (cache.size > remembered) cache.delete(cache.keys().next().value!)
    made.catch(() => cache.delete(key))
    return made
  }

  async function make(graph: Graph, direction: FlowDirection, holder?: GraphNode): Promise<Inside> {
    const insides = new Map<string, Inside>()
    for (const node of graph.nodes) {
      if (!node.inside) continue
      const inner = node.inside.direction === 'across' ? acrossOf(direction) : direction
      insides.set(node.id, await insideOf(node.inside, inner, node))
    }
    const outside = new Map([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
    const placed = await layOutLevel(engine, toFlow(graph, outside, direction), {
      spacing: holder ? spacings.close : spacings.roomy,
      padding: paddingOf(direction, holder === undefined, graph.inputs.length + graph.outputs.length > 0),
    })
    return { ...toPage(placed, direction), insides }
  }

  return async (graph: Graph, options: LayoutOptions): Promise<Layout> => {
    const root = await insideOf(graph, options.direction)
    return flatten(graph, root)
  }
}

/** Adds the offsets. */
function flatten(graph: Graph, root: Inside): Layout {
  const nodes = new Map<string, Box>()
  const edges = new Map<string, Route>()
  const visit = (level: Graph, inside: Inside, origin: Point) => {
    const move = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x + origin.x, y: thing.y + origin.y })
    for (const node of level.nodes) {
      const at = move(inside.nodes.get(node.id)!)
      nodes.set(node.path, at)
      if (node.inside) visit(node.inside, inside.insides.get(node.id)!, at)
    }
    for (const [index, edge] of level.edges.entries()) {
      const route = inside.routes.get(String(index))
      if (route) edges.set(edge.id, { points: route.points.map(move), ...(route.label ? { label: move(route.label) } : {}) })
    }
  }
  visit(graph, root, { x: 0, y: 0 })
  return { width: root.width, height: root.height, nodes, edges }
}
