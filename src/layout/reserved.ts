// What the drawing puts beside the bare boxes and lines, for which a layout keeps room: titles, cards, lines beyond the boxes.
import type { GraphNode } from '../graph/graph'
import { box } from '../graph/typography'
import type { Box } from '../shared/geometry'

/** How far the cards of a stack reach up. */
export const cardsReach = box.card * box.cards

/** How far a line may run beyond the boxes of the whole picture: the page has a margin. Not those of a container. */
export const overhang = 24

/** Where an open container's title stands: what its header needs at least, without the badge on the right. */
export function titleArea(node: GraphNode, at: Box): Box {
  return { x: at.x, y: at.y, width: Math.min(at.width, titleWidth(node)), height: box.header }
}

/** From the left wall. A badge is counted by its letters, generously small: no measuring here. */
export function titleWidth(node: GraphNode): number {
  const badge = node.badge === '' ? 0 : node.badge.length * 6.5 + box.gap
  return Math.max(0, node.size.width - box.padding - badge)
}
