// Where a tip can stand without lying over anything of the diagram. Pure.
import type { Layout } from '../../layout/layout'
import type { Box, Point, Size } from '../../shared/geometry'

const margin = 12

/** The free corner or side that is nearest to where the hand is; undefined where nothing is free. */
export function freePlace(ground: Size, card: Size, taken: readonly Box[], hand: Point | undefined): Point | undefined {
  const columns = [margin, ground.width - card.width - margin]
  const rows = [margin, (ground.height - card.height) / 2, ground.height - card.height - margin]
  const fits = columns[1]! >= margin && rows[2]! >= margin
  const places = fits ? columns.flatMap((x) => rows.map((y) => ({ x, y }))) : []
  const free = places.filter((place) => !taken.some((box) => isOver({ ...place, ...card }, box)))
  const away = ({ x, y }: Point) => (hand ? Math.hypot(x + card.width / 2 - hand.x, y + card.height / 2 - hand.y) : 0)
  return free.toSorted((a, b) => away(a) - away(b))[0]
}

function isOver(one: Box, other: Box): boolean {
  const isBeside = one.x >= other.x + other.width || other.x >= one.x + one.width
  const isBelow = one.y >= other.y + other.height || other.y >= one.y + one.height
  return !isBeside && !isBelow
}

/** What of the picture must stay in sight: nodes, the ways of edges, and what is written above and below them. */
export function contentBoxes(layout: Layout, whole: Box): Box[] {
  const boxes = [...layout.nodes.values()]
  for (const { points } of layout.edges.values())
    for (const [i, { x, y }] of points.entries()) {
      const next = points[i + 1]
      if (next)
        boxes.push({
          x: Math.min(x, next.x) - 4,
          y: Math.min(y, next.y) - 12,
          width: Math.abs(next.x - x) + 8,
          height: Math.abs(next.y - y) + 24,
        })
    }
  const top = Math.min(...boxes.map(({ y }) => y))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  boxes.push({ ...whole, height: Math.max(0, top - whole.y) })
  boxes.push({ ...whole, y: bottom, height: Math.max(0, whole.y + whole.height - bottom) })
  return boxes
}
