// Divides a box among sizes in proportion, each part as near to a square as can be (Bruls, Huizing, van Wijk, 2000).
import type { Box } from '../../shared/geometry'

/** One box for each size, in the same order; together they fill `box`. Sizes are positive, the largest first. */
export function squarify(sizes: readonly number[], box: Box): Box[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const scale = (box.width * box.height) / total
  const found: Box[] = []
  let rest = box
  let row: number[] = []
  for (const size of sizes) {
    const area = size * scale
    const side = Math.min(rest.width, rest.height)
    if (row.length && worst([...row, area], side) > worst(row, side)) {
      rest = place(row, rest, found)
      row = []
    }
    row.push(area)
  }
  if (row.length) place(row, rest, found)
  return found
}

/** The longest shape in a row of areas along a side. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((a, b) => a + b, 0)
  const across = sum / side
  return Math.max(...areas.map((area) => Math.max(area / across / across, (across * across) / area)))
}

/** Lays a row along the shorter side; returns what is left of the box. */
function place(areas: readonly number[], box: Box, found: Box[]): Box {
  const sum = areas.reduce((a, b) => a + b, 0)
  const isTall = box.height > box.width
  const across = sum / (isTall ? box.width : box.height)
  let along = isTall ? box.x : box.y
  for (const area of areas) {
    const length = area / across
    found.push(
      isTall
        ? { x: along, y: box.y, width: length, height: across }
        : { x: box.x, y: along, width: across, height: length },
    )
    along += length
  }
  return isTall
    ? { ...box, y: box.y + across, height: Math.max(0, box.height - across) }
    : { ...box, x: box.x + across, width: Math.max(0, box.width - across) }
}
