// Where an arrow leads from a node: along an edge that way, else to what stands there. Pure.
import type { Graph, GraphNode } from '../../graph/graph'
import type { FlowDirection } from '../../graph/view'
import { neighboursIn } from '../../graph/neighbours'
import type { Layout } from '../../layout/layout'
import type { Box } from '../../shared/geometry'
import { endOf } from '../../document/ends'
import { everyNode } from '../../graph/walk'
import { isNode } from '../selected'
import { isInLine, parentOf, pathIn } from '../../shared/path'
import { edgeIdParts } from '../../shared/edgeId'

export type Side = 'left' | 'right' | 'up' | 'down'

const opposite = { right: 'left', down: 'up', up: 'down' } as const

/** The path of the next node; undefined where there is none that way. Without a start, the first node of the picture. */
export function nodeTowards(
  graph: Graph,
  layout: Layout,
  from: string | undefined,
  side: Side,
  flow: FlowDirection = 'right',
): string | undefined {
  if (from === undefined) return firstIn(graph, layout)
  if (!isNode(from)) return endTowards(layout, from, side)
  const start = layout.nodes.get(from)
  if (!start) return firstIn(graph, layout)
  const neighbours = neighboursIn(graph)
  const [after, before] = [neighbours.of(from, 'after'), neighbours.of(from, 'before')]
  const joined = [...after, ...before].map((each) => each.path)
  // Where a chain goes on in the next row, the way of the flow leads along it all the same.
  const along = side === flow ? after[0] : side === opposite[flow] ? before[0] : undefined
  const level = parentOf(from)
  const all = [...everyNode(graph)].map((node) => node.path).filter((path) => !isInLine(path, from))
  const beside = all.filter((path) => parentOf(path) === level)
  return (
    nearest(layout, start, joined, side, 1) ??
    along?.path ??
    nearest(layout, start, beside, side, 3) ??
    nearest(layout, start, all, side, 3)
  )
}

/** The node in which the data flow begins, or what stands nearest to the upper left corner. */
function firstIn({ nodes }: { readonly nodes: readonly GraphNode[] }, layout: Layout): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const { path } of nodes) {
    const box = layout.nodes.get(path)
    const away = box ? box.x + box.y : Infinity
    if (away < least) [best, least] = [path, away]
  }
  return best
}

/** Of what lies wholly beyond the start that way, the nearest; `askew` says how much it counts to be off the axis. */
function nearest(layout: Layout, start: Box, paths: readonly string[], side: Side, askew: number): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const path of paths) {
    const box = layout.nodes.get(path)
    if (!box || box === start) continue
    const along = gap(start, box, side)
    if (along < -1) continue
    const away = Math.max(0, along) + askew * Math.abs(offAxis(start, box, side))
    if (away < least) [best, least] = [path, away]
  }
  return best
}

function gap(a: Box, b: Box, side: Side): number {
  switch (side) {
    case 'right':
      return b.x - a.x - a.width
    case 'left':
      return a.x - b.x - b.width
    case 'down':
      return b.y - a.y - a.height
    case 'up':
      return a.y - b.y - b.height
  }
}

/** Between the middles, across the axis; none where one box covers the middle of the other. */
function offAxis(a: Box, b: Box, side: Side): number {
  const isFlat = side === 'left' || side === 'right'
  const [a0, a1, b0, b1] = isFlat
    ? [a.y, a.y + a.height, b.y, b.y + b.height]
    : [a.x, a.x + a.width, b.x, b.x + b.width]
  return (b0 + b1 - a0 - a1) / 2
}

/** From an edge to the end of it that lies that way. */
function endTowards(layout: Layout, id: string, side: Side): string | undefined {
  const { path: level, from, to } = edgeIdParts(id)
  const paths = [from, to].map((text) => {
    const { node } = endOf(text)
    return node === 'in' || node === 'out' ? level : pathIn(level, node)
  })
  const [start, end] = paths.map((path) => layout.nodes.get(path))
  if (!start || !end) return paths.find((path) => layout.nodes.has(path))
  const sign = side === 'right' || side === 'down' ? 1 : -1
  const axis = side === 'left' || side === 'right' ? 'x' : 'y'
  const size = axis === 'x' ? 'width' : 'height'
  const [a, b] = [start[axis] + start[size] / 2, end[axis] + end[size] / 2]
  return sign * (b - a) > 0 ? paths[1] : paths[0]
}
