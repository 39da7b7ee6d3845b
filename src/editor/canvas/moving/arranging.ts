// Boxes in line and at equal distances: where each goes. Pure.
import type { Box, Point } from '../../../shared/geometry'

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'
export type Axis = 'across' | 'down'

export type Boxes = ReadonlyMap<string, Box>
export type Places = ReadonlyMap<string, Point>

/** Where the top left of each goes so that all share an edge or a middle line of what they span together. */
export function aligned(boxes: Boxes, how: Alignment): Places {
  const all = [...boxes.values()]
  const left = Math.min(...all.map(({ x }) => x))
  const right = Math.max(...all.map(({ x, width }) => x + width))
  const top = Math.min(...all.map(({ y }) => y))
  const bottom = Math.max(...all.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: Box): Point => {
    switch (how) {
      case 'left':
        return { x: left, y }
      case 'centre':
        return { x: (left + right - width) / 2, y }
      case 'right':
        return { x: right - width, y }
      case 'top':
        return { x, y: top }
      case 'middle':
        return { x, y: (top + bottom - height) / 2 }
      case 'bottom':
        return { x, y: bottom - height }
    }
  }
  return new Map([...boxes].map(([path, box]) => [path, place(box)]))
}

/** Where each goes so that the gaps between neighbours are equal; the outermost stay. */
export function distributed(boxes: Boxes, axis: Axis): Places {
  const start = (box: Box) => (axis === 'across' ? box.x : box.y)
  const size = (box: Box) => (axis === 'across' ? box.width : box.height)
  const sorted = [...boxes].sort(([, a], [, b]) => start(a) + size(a) / 2 - start(b) - size(b) / 2)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || sorted.length < 3) return new Map()
  const room = start(last[1]) + size(last[1]) - start(first[1])
  const gap = (room - sorted.reduce((sum, [, box]) => sum + size(box), 0)) / (sorted.length - 1)
  let at = start(first[1])
  return new Map(
    sorted.map(([path, box]) => {
      const here = at
      at += size(box) + gap
      return [path, axis === 'across' ? { x: here, y: box.y } : { x: box.x, y: here }]
    }),
  )
}
