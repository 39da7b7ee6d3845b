// Composes a picture afresh, level by level, from the inside outwards: each different graph once, then as a box of fixed
// size with fixed ports in the level that holds it. What it gives has no history; it knows nothing of pins.
import type { Graph, GraphNode } from '../graph/graph'
import type { Engine } from './elk'
import type { Fit, Reference } from './fit'
import { layOutFitted } from './fit'
import { spacings, type Spacings } from './flow'
import { repaired } from './keep/carry'
import type { FlowDirection } from './layout'
import type { Tried } from './level'
import type { PlacedLevel } from './orient'
import { acrossOf, paddingOf, toFlow, toPage } from './orient'
import type { Known, Manner } from './plan'
import { containerFit, inOneRow, plansFor } from './plan'
import { finished } from './walls'

/** A level and what stands open in it, each where it is. */
export interface Arranged extends PlacedLevel {
  readonly insides: ReadonlyMap<string, Arranged>
}

interface Inside extends Arranged, Known {
  readonly insides: ReadonlyMap<string, Inside>
  readonly misfit: number
}

/** Of a level, besides what is in it. */
export interface Surroundings {
  readonly direction: FlowDirection
  readonly around: FlowDirection
  readonly manner: Manner
  readonly fit?: Fit
  /** Absent: the level is the whole picture. */
  readonly holder?: GraphNode
}

export interface Composer {
  /** The whole. */
  readonly whole: (graph: Graph, direction: FlowDirection, fit: Fit, table?: Spacings) => Promise<Arranged>
  /** One level with all that is in it. */
  readonly level: (graph: Graph, surroundings: Surroundings) => Promise<Arranged>
  /** One level around what has its shape already. */
  readonly around: (
    graph: Graph,
    surroundings: Surroundings,
    insides: ReadonlyMap<string, Arranged>,
  ) => Promise<Arranged>
}

const remembered = 600

export function createComposer(engine: Engine): Composer {
  const cache = new Map<string, Promise<Inside>>()

  function insideOf(graph: Graph, surroundings: Surroundings): Promise<Inside> {
    const { direction, around, manner, fit, holder } = surroundings
    const header = holder
      ? `${holder.size.width} ${holder.badge}`
      : `root ${manner.spacing.along} ${manner.spacing.across} ${fit?.aspect}`
    const inner = `${graph.nodes.some((node) => node.inside) || holder ? manner.container : ''}${manner.table ? ' close' : ''}`
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
    const { direction, manner, fit } = surroundings
    const insides = new Map<string, Inside>()
    for (const node of graph.nodes) {
      if (!node.inside) continue
      const inner = node.inside.direction === 'across' ? acrossOf(direction) : direction
      const inFit = containerFit(manner)
      const within = { direction: inner, around: direction, manner, holder: node, ...(inFit ? { fit: inFit } : {}) }
      insides.set(node.id, await insideOf(node.inside, within))
    }
    const known = fit && (await insideOf(graph, rowOf(surroundings))).reference
    return { ...(await placed(graph, surroundings, insides, known)), insides, direction }
  }

  async function placed(
    graph: Graph,
    { direction, around, manner, fit, holder }: Surroundings,
    insides: ReadonlyMap<string, Arranged>,
    known?: Reference,
  ): Promise<Omit<Inside, 'insides' | 'direction'> & { readonly insides: ReadonlyMap<string, Arranged> }> {
    const outside = new Map([...insides].map(([id, inside]) => [id, { ...inside, ports: inside.walls }]))
    const style = {
      spacing: holder ? (manner.table ?? spacings).close : manner.spacing,
      padding: paddingOf(direction, holder === undefined, graph.inputs.length + graph.outputs.length > 0),
    }
    const flow = toFlow(graph, outside, direction)
    const fitting = fit && known && { fit, reference: known }
    const fitted = await layOutFitted(engine, flow, style, direction, fitting).catch((error: unknown) => {
      const what = holder ? `“${holder.title}”` : 'the picture'
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`The layout of ${what} failed: ${why}`, { cause: error })
    })
    const laid = toPage(fitted.placed, direction)
    const made = holder ? finished(graph, laid, holder, direction, around) : laid
    const level = repaired(graph, made, { direction, around, ...(holder && { holder }) }, insides)
    const reference = known ?? { flow, style, tried: fitted as Tried }
    return { ...level, insides, reference, misfit: fitted.misfit }
  }

  async function whole(graph: Graph, direction: FlowDirection, fit: Fit, table?: Spacings): Promise<Inside> {
    const known = await insideOf(graph, rowOf({ direction, around: direction, manner: inOneRow(table) }))
    let best: Inside | undefined
    for (const { manner, expected } of plansFor(graph, known, fit, table)) {
      if (best && expected >= best.misfit) break
      const inside = await insideOf(graph, { direction, around: direction, manner, fit })
      if (!best || inside.misfit < best.misfit) best = inside
    }
    return best!
  }

  const withFit = (surroundings: Surroundings): Surroundings => {
    const fit = surroundings.holder && containerFit(surroundings.manner)
    return fit ? { ...surroundings, fit } : surroundings
  }

  return {
    whole,
    level: (graph, surroundings) => insideOf(graph, withFit(surroundings)),
    around: async (graph, surroundings, insides) => {
      const { fit, ...rest } = withFit(surroundings)
      const single = await placed(graph, rest, insides)
      return fit ? placed(graph, { ...rest, fit }, insides, single.reference) : single
    },
  }
}

/** The same level in one row, and all in it: laid out once, whatever becomes of it, so pictures have no history. */
function rowOf({ direction, around, manner, holder }: Surroundings): Surroundings {
  return { direction, around, manner: inOneRow(manner.table), ...(holder ? { holder } : {}) }
}
