// The ways to compose a whole picture, and which of them promises most. Foresees sizes through all levels at once, from
// the levels as they lie in one row each; lays out nothing.
import type { Graph, GraphNode } from '../graph/graph'
import type { Size } from '../shared/geometry'
import type { Choice, Fit, Reference } from './fit'
import { choicesOf, onPage } from './fit'
import type { Spacing, Spacings } from './flow'
import { spacings } from './flow'
import type { FlowDirection } from './layout'
import { turns } from './orient'

/** How containers are composed, all of them alike. */
export interface Manner {
  /** Containers longer than this, width by height, are broken into rows; never when absent. */
  readonly container?: number
  readonly spacing: Spacing
  /** From which it is taken; that of every picture when absent. */
  readonly table?: Spacings
}

export function inOneRow(table?: Spacings): Manner {
  return { spacing: (table ?? spacings).roomy, ...(table && { table }) }
}

const containers = [undefined, 3, 1.7]

/** A level in one row, and those inside it. */
export interface Known extends Size {
  readonly direction: FlowDirection
  readonly reference: Reference
  readonly insides: ReadonlyMap<string, Known>
}

export function containerFit({ container }: Manner): Fit | undefined {
  return container === undefined
    ? undefined
    : { aspect: container, extra: { width: 0, height: 0 }, tolerance: 1.3, strictness: 0.8, evenness: 1, shortest: 560 }
}

export interface Plan {
  readonly manner: Manner
  readonly expected: number
}

/** The most promising first. */
export function plansFor(graph: Graph, known: Known, fit: Fit, table?: Spacings): Plan[] {
  const { spread, airy } = table ?? spacings
  const hasContainers = graph.nodes.some((node) => node.inside)
  const plans = containers.slice(0, hasContainers ? undefined : 1).flatMap((container): Plan[] => {
    const manner: Manner = { ...inOneRow(table), ...(container === undefined ? {} : { container }) }
    const single = foreseenChoice(graph, known, manner, fit)
    const { width, height } = onPage(single, known.direction)
    const shape = (width + fit.extra.width) / (height + fit.extra.height)
    const other = shape < fit.aspect / 1.15 ? spread : shape > fit.aspect * 1.15 ? airy : undefined
    const plan = { manner, expected: single.expected }
    if (!other) return [plan]
    const changed = { ...manner, spacing: other }
    return [plan, { manner: changed, expected: foreseenChoice(graph, known, changed, fit).expected }]
  })
  return plans.sort((a, b) => a.expected - b.expected)
}

function foreseenChoice(graph: Graph, known: Known, manner: Manner, fit: Fit, holder?: GraphNode): Choice {
  const { flow, style } = known.reference
  const nodes = flow.nodes.map((node) => {
    const outside = graph.nodes.find(({ id }) => id === node.id)!
    return outside.inside ? { ...node, ...turns[known.direction].size(foreseenSize(outside, known, manner)) } : node
  })
  const changed = holder ? style : { ...style, spacing: manner.spacing }
  return choicesOf(known.reference, { ...flow, nodes }, changed, known.direction, fit)[0]!
}

/** Of an open container, on the page. */
function foreseenSize(holder: GraphNode, around: Known, manner: Manner): Size {
  const known = around.insides.get(holder.id)!
  const fit = containerFit(manner)
  if (!fit) return known
  const bare = onPage(known.reference.tried.placed, known.direction)
  const { width, height } = onPage(foreseenChoice(holder.inside!, known, manner, fit, holder), known.direction)
  // The title, and corners where the flow turns, add to the height; the title is also a least width.
  return { width: Math.max(width, holder.size.width), height: height + known.height - bare.height }
}
