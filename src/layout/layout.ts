// What a layout is: a box for each node and a route for each edge, in absolute page pixels. Numbers only.
import type { Graph } from '../graph/graph'
import type { FlowDirection } from '../graph/view'
import type { Box, Point } from '../shared/geometry'
import type { Kept } from './keep/standing'

export interface Route {
  /** Orthogonal, from the source's wall to the target's wall. */
  readonly points: readonly Point[]
  /** Where the edge's label sits: on its own line, on nothing else. */
  readonly label?: Box
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** By path. */
  readonly nodes: ReadonlyMap<string, Box>
  /** By edge id. */
  readonly edges: ReadonlyMap<string, Route>
  /** By the path of what holds a graph: how far pins to the left or above have moved the corner that pins count from. */
  readonly shifts?: ReadonlyMap<string, Point>
  /** What the next picture may begin with. */
  readonly kept?: Kept
}

export type { FlowDirection }

export interface LayoutOptions {
  readonly direction: FlowDirection
  /** The whole picture's width by height that is aimed at; 16 / 9 when absent. */
  readonly aspect?: number
  /** For slides: with little room between things. */
  readonly isClose?: boolean
  /** The picture before this one, whose arrangement is kept where it can be; absent: laid out without a history. */
  readonly after?: Before
}

export interface Before {
  /** Of a picture that was stored, its graph: how it was arranged is found out. */
  readonly arrangement: Kept | Graph
  /** Laid out without a history, yet so that what was can be come back to. */
  readonly afresh?: boolean
}

/** A picture as what the next one begins with. */
export function beforeOf(graph: Graph, { kept }: Layout): Before {
  return { arrangement: kept ?? graph }
}

/** Lays out one picture. Rejects with a sentence when it cannot. */
export type LayOut = (graph: Graph, options: LayoutOptions) => Promise<Layout>
