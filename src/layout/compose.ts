// Lays out a picture level by level, from the inside outwards: each different graph once, then as a box of fixed size
// with fixed ports in the level that holds it. Going back down, only offsets are added.
import type { Graph, GraphNode } from '../graph/graph'
import type { Box, Point } from '../shared/geometry'
import type { Engine } from './elk'
import type { Fit } from './fit'
import { layOutFitted } from './fit'
import type { Spacing } from './flow'
import { spacings } from './flow'
import type { FlowDirection, Layout, LayoutOptions, LayOut, Route } from './layout'
import type { PlacedLevel } from './orient'
import { withPins } from './pins'
import { finished } from './walls'
import { acrossOf, paddingOf, toFlow, toPage } from './orient'

interface Inside extends PlacedLevel {
  readonly insides: ReadonlyMap<string, Inside>
  readonly misfit: number
  readonly cost: number
}

/** How containers are composed, all of them alike: candidates for the whole picture. */
interface Manner {
  readonly name: string
  /** Containers longer than this, width by height, are broken into rows; never when absent. */
  readonly container?: number
  readonly spacing: Spacing
}

const manners: readonly Manner[] = [
  { name: 'long', spacing: spacings.roomy },
  { name: 'wide', spacing: spacings.roomy, container: 3 },
  { name: 'square', spacing: spacings.roomy, container: 1.7 },
]

/** Margins, title, legend and footer, which the scene adds, about. */
const pageExtra = { width: 96, height: 280 }
const remembered = 600

export function createLayOut(engine: Engine): LayOut {
  const cache = new Map<string, Promise<Inside>>()

  function insideOf(
    graph: Graph,
    direction: FlowDirection,
    around: FlowDirection,
    manner: Manner,
    fit?: Fit,
    holder?: GraphNode,
  ): Promise<Inside> {
    const header = holder
      ? `${holder.size.width} ${holder.badge}`
      : `root ${manner.spacing.along} ${manner.spacing.across} ${fit?.aspect}`
    const inner = graph.nodes.some((node) => node.inside) || holder ? manner.container : ''
    const key = `${direction} ${around}|${header}|${inner}|${graph.key}`
    const known = cache.get(key)
    if (known) {
      cache.delete(key)
      cache.set(key, known)
      return known
    }
    const made = make(graph, direction, around, manner, fit, holder)
    cache.set(key, made)
    if (cache.size > remembered) cache.delete(cache.keys().next().value!)
    made.catch(() => cache.delete(key))
    return made
  }

  async function make(
    graph: Graph,
    direction: FlowDirection,
    around: FlowDirection,
    manner: Manner,
    fit?: Fit,
    holder?: GraphNode,
  ): Promise<Inside> {
    const insides = new Map<string, Inside>()
    for (const node of graph.nodes) {
      if (!node.inside) continue
      const inner = node.inside.direction === 'across' ? acrossOf(direction) : direction
      insides.set(node.id, await insideOf(node.inside, inner, direction, manner, containerFit(manner), node))
    }
    const outside = new Map([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
    const style = {
      spacing: holder ? spacings.close : manner.spacing,
      padding: paddingOf(direction, holder === undefined, graph.inputs.length + graph.outputs.length > 0),
    }
    const flow = toFlow(graph, outside, direction)
    const { placed, misfit, cost } = await layOutFitted(engine, flow, style, direction, fit).catch((error: unknown) => {
      const what = holder ? `“${holder.title}”` : 'the picture'
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`The layout of ${what} failed: ${why}`, { cause: error })
    })
    const laid = toPage(placed, direction)
    const level = withPins(graph, holder ? finished(graph, laid, holder, direction, around) : laid, holder)
    return { ...level, insides, misfit, cost }
  }

  return async (graph: Graph, options: LayoutOptions): Promise<Layout> => {
    const fit = { aspect: options.aspect ?? 16 / 9, extra: pageExtra, tolerance: 1.32, strictness: 8, shortest: 900 }
    const tried = graph.nodes.some((node) => node.inside) ? manners : manners.slice(0, 1)
    let best: Inside | undefined
    const consider = async (manner: Manner) => {
      const inside = await insideOf(graph, options.direction, options.direction, manner, fit)
      if (!best || inside.misfit < best.misfit - 0.01) best = inside
      return inside
    }
    for (const manner of tried) {
      const { width, height } = await consider(manner)
      const shape = (width + pageExtra.width) / (height + pageExtra.height)
      if (shape < fit.aspect / 1.15) await consider({ ...manner, spacing: spacings.spread })
      if (shape > fit.aspect * 1.15) await consider({ ...manner, spacing: spacings.airy })
    }
    return flatten(graph, best!)
  }
}

function containerFit({ container }: Manner): Fit | undefined {
  return container === undefined
    ? undefined
    : { aspect: container, extra: { width: 0, height: 0 }, tolerance: 1.3, strictness: 0.8, shortest: 560 }
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
      if (route)
        edges.set(edge.id, { points: route.points.map(move), ...(route.label ? { label: move(route.label) } : {}) })
    }
  }
  visit(graph, root, { x: 0, y: 0 })
  return { width: root.width, height: root.height, nodes, edges }
}
