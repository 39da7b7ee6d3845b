// The document resolved for one view: what is drawn, in words and sizes, before anybody decides where.
// Nothing here knows of layout or colour.
import type { MaskName } from '../blocks/masks'
import type { TextSize } from '../document/schema'
import type { Size, Point } from '../shared/geometry'

/** Effective: inherited, and `mixed` where a folded node holds both. */
export type NodeState = 'frozen' | 'trainable' | 'mixed' | 'absent'

/** The hue of an edge. */
export type Hue = 'vision' | 'language' | 'fused' | 'neutral'

export interface NodePort {
  readonly id: string
  readonly label: string
  /** Enters or leaves across the flow (masks, scales, routing weights, latents). */
  readonly side: boolean
  /** No edge ends here, so nothing is drawn. */
  readonly free: boolean
}

export interface GraphNode {
  readonly id: string
  /** Ids from the root, joined by `/`. Unique in a picture. */
  readonly path: string
  /** Where it is defined; see `document/place.ts`. Equal for all copies in instances of one module. */
  readonly place: string
  /** Block type, or `module`, `group`. */
  readonly kind: string
  readonly title: string
  readonly sublabel: string
  /** Right-aligned number, such as `9.66B`. */
  readonly badge: string
  /** Beside the title, such as `× 12`, with a question mark where it says something doubtful: `× 6 ?`. */
  readonly count: string
  readonly unsure?: boolean
  readonly state?: NodeState
  /** Drawn as a stack of cards. */
  readonly stacked: boolean
  /** Who sees whom, drawn as a small grid. */
  readonly mask?: MaskName
  /** Drawn as a small circle with this sign; title and sublabel are for hovering only. */
  readonly sign: string
  readonly foldable: boolean
  /** Its numbers are as large as its title. */
  readonly large?: boolean
  /** Titles wrapped, in reading order. */
  readonly titleLines: readonly string[]
  readonly sublabelLines: readonly string[]
  /** Of the closed box; for an open one the least that its header needs. */
  readonly size: Size
  readonly inputs: readonly NodePort[]
  readonly outputs: readonly NodePort[]
  /** Present when it stands open. */
  readonly inside?: Graph
  /** A position that a person chose, from the top left of the graph that holds the node. */
  readonly pin?: Point & { readonly locked?: boolean }
  readonly problem?: string
}

/** Of what the literature does not say for sure. */
export const doubtMark = '?'

/** How often it is there: `× 6`. */
export function timesOf({ count, unsure }: GraphNode): string {
  return unsure ? count.slice(0, -doubtMark.length).trimEnd() : count
}

export interface EdgeEnd {
  /** A node's id in the same graph; absent: the graph's own wall. */
  readonly node?: string
  readonly port: string
}

export interface GraphEdge {
  /** Unique in a picture: `path#from>to`. */
  readonly id: string
  readonly from: EdgeEnd
  readonly to: EdgeEnd
  readonly hue: Hue
  readonly label?: { readonly text: string; readonly size: Size; readonly large?: boolean }
  readonly title: string
  readonly problem?: string
}

/** Free text. */
export interface GraphText {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  readonly textSize: TextSize
  readonly size: Size
  /** The node of the graph from whose upper left corner `at` counts; absent: from where pins do. */
  readonly node?: string
  readonly at: Point
  readonly leader: boolean
}

/** Around nodes of the graph, with a heading. */
export interface GraphFrame {
  readonly id: string
  readonly title: string
  readonly line: string
  readonly nodes: readonly string[]
}

export interface Graph {
  /** Graphs with equal keys have equal geometry inside, so one layout serves them all. */
  readonly key: string
  readonly inputs: readonly NodePort[]
  readonly outputs: readonly NodePort[]
  readonly direction?: 'along' | 'across'
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly texts?: readonly GraphText[]
  readonly frames?: readonly GraphFrame[]
}
