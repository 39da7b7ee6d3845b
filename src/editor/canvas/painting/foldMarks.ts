// From which zoom on each chevron is shown: none lies on that of what is around it, so that a hand finds either. Pure.
import type { Graph } from '../../../graph/graph'
import { everyNode } from '../../../graph/walk'
import type { Layout } from '../../../layout/layout'
import type { Point } from '../../../shared/geometry'
import { foldMarkAt, foldMarkZoom } from './overlay'

/** What a hand needs to hit it, in pixels of the screen. */
const target = 24

const known = new WeakMap<Layout, ReadonlyMap<string, number>>()

/** By path. What encloses comes first and keeps its place: it folds what it holds away. */
export function foldMarksFrom(graph: Graph, layout: Layout): ReadonlyMap<string, number> {
  const found = known.get(layout)
  if (found) return found
  const marks: Point[] = []
  const zooms = new Map<string, number>()
  for (const node of everyNode(graph)) {
    const box = layout.nodes.get(node.path)
    if (!node.foldable || !box) continue
    const { x, y } = foldMarkAt(box, Infinity)
    let from: number = foldMarkZoom
    for (const mark of marks) {
      const apart = Math.max(Math.abs(mark.x - x), Math.abs(mark.y - y))
      if (apart * foldMarkZoom < target) from = Math.max(from, target / Math.max(1, apart))
    }
    marks.push({ x, y })
    zooms.set(node.path, from)
  }
  known.set(layout, zooms)
  return zooms
}
