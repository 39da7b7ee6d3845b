import { expect, test } from 'vitest'
import { viewOf } from '../../../graph/view'
import { resolve } from '../../../graph/resolve'
import { analyse } from '../../../semantics/analyse'
import { inRow, tiny } from '../../tiny.fixture'
import { edgeNear, graphAt, nodeAtPoint } from './hit'

const view = viewOf(tiny, { unfolded: new Set(['stack']) })
const graph = resolve(analyse(tiny, view), view)
const layout = inRow(graph)
const middle = (path: string) => {
  const { x, y, width, height } = layout.nodes.get(path)!
  return { x: x + width / 2, y: y + height / 2 }
}

test('the innermost node and graph under a place', () => {
  expect(nodeAtPoint(graph, layout, middle('stack/norm'))).toBe('stack/norm')
  expect(graphAt(graph, layout, middle('stack/norm'))).toBe('stack')
  expect(graphAt(graph, layout, middle('image'))).toBe('')
  expect(nodeAtPoint(graph, layout, { x: -50, y: -50 })).toBeUndefined()
})

test('the nearest edge within reach', () => {
  const { points } = layout.edges.get('#image.image>embed.image')!
  const at = { x: (points[0]!.x + points[1]!.x) / 2, y: (points[0]!.y + points[1]!.y) / 2 + 5 }
  expect(edgeNear(graph, layout, at, 10)).toBe('#image.image>embed.image')
  expect(edgeNear(graph, layout, { x: at.x, y: at.y - 200 }, 10)).toBeUndefined()
})
