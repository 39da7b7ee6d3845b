// The two ends of an edge, `node.port`, taken apart and put together.
import type { DiagramEdge } from './schema'

export interface End {
  /** `in` and `out` are the graph's own wall. */
  readonly node: string
  readonly port: string
}

/** The port is empty where the dot is missing. */
export function endOf(text: string): End {
  const dot = text.indexOf('.')
  return dot < 0 ? { node: text, port: '' } : { node: text.slice(0, dot), port: text.slice(dot + 1) }
}

export function endText({ node, port }: End): string {
  return `${node}.${port}`
}

/** Whether an edge begins or ends at the node. */
export function touches(edge: DiagramEdge, node: string): boolean {
  return edge.from.startsWith(`${node}.`) || edge.to.startsWith(`${node}.`)
}
