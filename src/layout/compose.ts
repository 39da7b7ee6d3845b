// Lays out a picture level by level, from the inside outwards: each different graph once, then as a box of fixed size
// with fixed ports in the level that holds it. Going back down, only offsets are added.
import type { Graph, GraphNode } from '../graph/graph'
import type { Box, Point } from '../shared/geometry'
import type { Engine } from './elk'
import type { Fit } from './fit'
import { layOutFitted } from './fit'
import { spacings } from './flow'
import type { FlowDirection, Layout, LayoutOptions, LayOut, Route } from './layout'
import type { Tried } from './level'
import type { PlacedLevel } from './orient'
import { withPins } from './pins'
import type { Known, Manner } from './plan'
import { containerFit, inOneRow, plansFor } from './plan'
import { finished } from './walls'
import { acrossOf, paddingOf, toFlow, toPage } from './orient'

interface Inside extends PlacedLevel, Known {
  readonly insides: ReadonlyMap<string, Inside>
  readonly misfit: number
}

/** Margins, title, legend and footer, which the scene adds, about. */
const pageExtra = { width: 96, height: 280 }
const remembered = 600

/** Of a level, besides what is in it. */
interface Surroundings {
  readonly direction: FlowDirection
  readonly around: FlowDirection
  readonly manner: Manner
  readonly fit?: Fit
  /** Absent: the level is the whole picture. */
  readonly holder?: GraphNode
}

export function createLayOut(engine: Engine): LayOut {
  const cache = new Map<string, Promise<Inside>>()

  function insideOf(graph: Graph, surroundings: Surroundings): Promise<Inside> {
    const { direction, around, manner, fit, holder } = surroundings
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
    const made = make(graph, surroundings)
    cache.set(key, made)
    if (cache.size > remembered) cache.delete(cache.keys().next().value!)
    made.catch(() => cache.delete(key))
    return made
  }

  async function make(graph: Graph, surroundings: Surroundings): Promise<Inside> {
    const { direction, around, manner, fit, holder } = surroundings
    const insides = new Map<string, Inside>()
    for (const node of graph.nodes) {
      if (!node.inside) continue
      const inner = node.inside.direction === 'across' ? acrossOf(direction) : direction
      const inFit = containerFit(manner)
      const within = { direction: inner, around: direction, manner, holder: node, ...(inFit ? { fit: inFit } : {}) }
      insides.set(node.id, await insideOf(node.inside, within))
    }
    const outside = new Map([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
    const style = {
      spacing: holder ? spacings.close : manner.spacing,
      padding: paddingOf(direction, holder === undefined, graph.inputs.length + graph.outputs.length > 0),
    }
    const flow = toFlow(graph, outside, direction)
    const known = fit && (await insideOf(graph, rowOf(surroundings))).reference
    const fitting = known && { fit, reference: known }
    const fitted = await layOutFitted(engine, flow, style, direction, fitting).catch((error: unknown) => {
      const what = holder ? `“${holder.title}”` : 'the picture'
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`The layout of ${what} failed: ${why}`, { cause: error })
    })
    const laid = toPage(fitted.placed, direction)
    const level = withPins(graph, holder ? finished(graph, laid, holder, direction, around) : laid, holder)
    const reference = known ?? { flow, style, tried: fitted as Tried }
    return { ...level, insides, direction, reference, misfit: fitted.misfit }
  }

  return async (graph: Graph, { direction, aspect = 16 / 9 }: LayoutOptions): Promise<Layout> => {
    const fit = { aspect, extra: pageExtra, tolerance: 1.32, strictness: 8, shortest: 900 }
    const known = await insideOf(graph, rowOf({ direction, around: direction, manner: inOneRow }))
    let best: Inside | undefined
    for (const { manner, expected } of plansFor(graph, known, fit)) {
      if (best && expected >= best.misfit) break
      const inside = await insideOf(graph, { direction, around: direction, manner, fit })
      if (!best || inside.misfit < best.misfit) best = inside
    }
    return flatten(graph, best!)
  }
}

/** The same level in one row, and all in it: laid out once, whatever becomes of it, so pictures have no history. */
function rowOf({ direction, around, holder }: Surroundings): Surroundings {
  return { direction, around, manner: inOneRow, ...(holder ? { holder } : {}) }
}

/** Adds the offsets. */
function flatten(graph: Graph, root: Inside): Layout {
  const nodes = new Map<string, Box>()
  const edges = new Map<string, Route>()
  const shifts = new Map<string, Point>()
  const visit = (level: Graph, inside: Inside, origin: Point, path: string) => {
    if (inside.shift) shifts.set(path, inside.shift)
    const move = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x + origin.x, y: thing.y + origin.y })
    for (const node of level.nodes) {
      const at = move(inside.nodes.get(node.id)!)
      nodes.set(node.path, at)
      if (node.inside) visit(node.inside, inside.insides.get(node.id)!, at, node.path)
    }
    for (const [index, edge] of level.edges.entries()) {
      const route = inside.routes.get(String(index))
      if (route)
        edges.set(edge.id, { points: route.points.map(move), ...(route.label ? { label: move(route.label) } : {}) })
    }
  }
  visit(graph, root, { x: 0, y: 0 }, '')
  return { width: root.width, height: root.height, nodes, edges, ...(shifts.size > 0 && { shifts }) }
}
