// What React Flow reports, as something that the editor understands: a new selection, a drag on the way, a drag that
// ended. Measuring and adding never come from the canvas. Pure.
import type { NodeChange } from '@xyflow/react'
import type { Layout } from '../../../layout/layout'
import type { Point } from '../../../shared/geometry'
import type { AreaNode } from './toFlow'

export interface FromFlow {
  /** Which nodes are to be selected or not, by path. */
  readonly selected: ReadonlyMap<string, boolean>
  /** Where nodes are being dragged to, by path. */
  readonly moves: ReadonlyMap<string, Point>
  /** The hand has let go. */
  readonly ended: boolean
}

export function fromFlow(changes: readonly NodeChange<AreaNode>[]): FromFlow {
  const selected = new Map<string, boolean>()
  const moves = new Map<string, Point>()
  let ended = false
  for (const change of changes) {
    switch (change.type) {
      case 'select':
        selected.set(change.id, change.selected)
        break
      case 'position':
        if (change.position) moves.set(change.id, change.position)
        if (change.dragging === false) ended = true
        break
      case 'dimensions':
      case 'remove':
      case 'add':
      case 'replace':
        break
      default:
        throw new Error(`React Flow reported an unknown change: ${JSON.stringify(change satisfies never)}`)
    }
  }
  return { selected, moves, ended }
}

/** The selection after the changes, in a stable order; the same array when nothing changed. */
export function selectionAfter(before: readonly string[], changes: ReadonlyMap<string, boolean>): readonly string[] {
  const kept = before.filter((id) => changes.get(id) !== false)
  const added = [...changes].filter(([id, on]) => on && !before.includes(id)).map(([id]) => id)
  return kept.length === before.length && added.length === 0 ? before : [...kept, ...added]
}

/** How far the nodes have come from where the layout has them; all are moved by the same way. */
export function wayOf(moves: ReadonlyMap<string, Point>, layout: Layout): Point {
  for (const [path, at] of moves) {
    const box = layout.nodes.get(path)
    if (box) return { x: at.x - box.x, y: at.y - box.y }
  }
  return { x: 0, y: 0 }
}
