// Lays out a picture, and adds up where everything in it comes to lie: afresh, or as a continuation of one before it.
import type { Graph } from '../graph/graph'
import { withoutPins } from '../graph/pins'
import type { Box, Point } from '../shared/geometry'
import { type Arranged, createComposer } from './composer'
import type { Engine } from './elk'
import { closeSpacings } from './flow'
import { type Continued, continued, seenBefore, standingsOf } from './keep/keep'
import { type Kept, remembered } from './keep/standing'
import type { Layout, LayoutOptions, LayOut, Route } from './layout'
import { withPins } from './pins'

/** Margins, title, legend and footer, which the scene adds, about. */
const pageExtra = { width: 96, height: 280 }
/** On a slide: its heading. */
const slideExtra = { width: 40, height: 100 }

export function createLayOut(engine: Engine): LayOut {
  const composer = createComposer(engine)

  return async (
    graph: Graph,
    { direction, aspect = 16 / 9, isClose = false, after }: LayoutOptions,
  ): Promise<Layout> => {
    const table = isClose ? closeSpacings : undefined
    const fit = {
      aspect,
      extra: isClose ? slideExtra : pageExtra,
      tolerance: isClose ? 1.1 : 1.32,
      strictness: isClose ? 0.5 : 8,
      evenness: isClose ? 0.6 : 1,
      shortest: isClose ? 300 : 900,
    }
    const finish = (next: Composed, before: Kept) => ({
      ...flatten(graph, next.arranged),
      kept: rememberedOf(graph, next, before),
    })
    const rememberedOf = (of: Graph, next: Composed, before: Kept) => {
      const bare = next.bare ? standingsOf(withoutPins(of), direction, { ...next, arranged: next.bare }) : []
      return remembered(next.era, standingsOf(of, direction, next), [...bare, ...before.standings])
    }
    const afresh = async (era: number, of = graph): Promise<Composed> => {
      const bare = await composer.whole(withoutPins(of), direction, fit, table)
      return { arranged: withPins(of, bare, { direction, around: direction }), bare, era, isFresh: true }
    }
    if (!after) return finish(await afresh(0), nothing)
    const { arrangement } = after
    const kept =
      'standings' in arrangement ? arrangement : rememberedOf(arrangement, await afresh(0, arrangement), nothing)
    const next = after.afresh
      ? undefined
      : (seenBefore(graph, direction, kept) ?? (await continued(composer, graph, direction, fit, kept)))
    return finish(next ?? (await afresh(1 + Math.max(...kept.standings.map(({ era }) => era)))), kept)
  }
}

interface Composed extends Continued {
  /** As it would be without pins, where it was composed so. */
  readonly bare?: Arranged
}

const nothing: Kept = { era: 0, isFresh: false, standings: [] }

/** Adds the offsets. */
function flatten(graph: Graph, root: Arranged): Layout {
  const nodes = new Map<string, Box>()
  const edges = new Map<string, Route>()
  const shifts = new Map<string, Point>()
  const visit = (level: Graph, inside: Arranged, origin: Point, path: string) => {
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
