// One level of a picture in the frame of its flow: x runs along the flow, y across it. Everything between `orient.ts`
// and ELK thinks in this frame, so that no one else need know of `right`, `down` and `up`.
import type { Box, Point, Size } from '../shared/geometry'

/** `start` and `end` lie on the flow, `low` (y small) and `high` beside it. */
export type Side = 'start' | 'end' | 'low' | 'high'

export interface FlowPort {
  /** `in:x` or `out:x`: an input and an output may have the same id. */
  readonly id: string
  readonly side: Side
  /** Distance from the start of the side, where the inside has decided it; free when absent. */
  readonly at?: number
}

export interface FlowNode extends Size {
  readonly id: string
  readonly ports: readonly FlowPort[]
  /** The ports stay where they are. */
  readonly fixed: boolean
  /** Drawn as a small circle. */
  readonly sign: boolean
}

export interface FlowEnd {
  /** Absent: the wall of the level. */
  readonly node?: string
  readonly port: string
}

export interface FlowEdge {
  readonly id: string
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly label?: Size
}

export interface Flow {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
  /** Ports on the wall, for those edges that end there. */
  readonly walls: readonly FlowPort[]
}

export interface Padding {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
}

export interface PlacedRoute {
  readonly points: readonly Point[]
  readonly label?: Box
}

/** The wall is at x = 0 and x = width, y = 0 and y = height. */
export interface Placed extends Size {
  readonly nodes: ReadonlyMap<string, Box>
  readonly routes: ReadonlyMap<string, PlacedRoute>
  readonly walls: ReadonlyMap<string, Point>
}

export const inPort = (id: string) => `in:${id}`
export const outPort = (id: string) => `out:${id}`

/** Equal for edges that leave the same port; they may share a line. */
export function netOf(edge: FlowEdge): string {
  return `${edge.from.node ?? ''}|${edge.from.port}`
}

export interface Spacing {
  /** Between nodes along the flow, and across it. */
  readonly along: number
  readonly across: number
  /** Between a line and a node, and between two lines. */
  readonly edgeNode: number
  readonly edgeEdge: number
}

export const spacings = {
  /** Of the whole picture. */
  roomy: { along: 48, across: 36, edgeNode: 20, edgeEdge: 16 },
  /** Of a picture that is too flat otherwise. */
  airy: { along: 40, across: 84, edgeNode: 24, edgeEdge: 18 },
  /** Of a picture that is too tall otherwise. */
  spread: { along: 88, across: 36, edgeNode: 20, edgeEdge: 16 },
  /** Of the inside of a container. */
  close: { along: 32, across: 28, edgeNode: 16, edgeEdge: 14 },
} as const satisfies Record<string, Spacing>

/** For slides, where room is dear and type is large. */
export const closeSpacings: Spacings = {
  roomy: { along: 26, across: 20, edgeNode: 12, edgeEdge: 10 },
  airy: { along: 26, across: 44, edgeNode: 12, edgeEdge: 10 },
  spread: { along: 44, across: 20, edgeNode: 12, edgeEdge: 10 },
  close: { along: 22, across: 16, edgeNode: 10, edgeEdge: 10 },
}

export type Spacings = Readonly<Record<keyof typeof spacings, Spacing>>
