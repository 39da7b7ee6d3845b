import { expect, test } from 'vitest'
import { viewOf } from '../../graph/view'
import { resolve } from '../../graph/resolve'
import type { Layout } from '../../layout/layout'
import { analyse } from '../../semantics/analyse'
import { inRow, tiny } from '../tiny.fixture'
import { between } from './between'
import { dragged } from './dragged'

function layoutOf(unfolded: string[]): { layout: Layout; graph: ReturnType<typeof resolve> } {
  const view = viewOf(tiny, { unfolded: new Set(unfolded) })
  const graph = resolve(analyse(tiny, view), view)
  return { graph, layout: inRow(graph) }
}
const closed = layoutOf([])
const open = layoutOf(['stack'])

test('a glide begins at the old places, ends at the new ones, and has all that is new on the way', () => {
  const start = between(closed.layout, open.layout, 0)
  expect([...start.nodes.keys()].sort()).toEqual([...open.layout.nodes.keys()].sort())
  expect(start.nodes.get('norm')).toEqual(closed.layout.nodes.get('norm'))
  expect(between(closed.layout, open.layout, 1)).toBe(open.layout)
  const half = between(closed.layout, open.layout, 0.5)
  const [from, to] = [closed.layout.nodes.get('norm')!, open.layout.nodes.get('norm')!]
  expect(half.nodes.get('norm')!.x).toBe((from.x + to.x) / 2)
})

test('what is new rides along with what holds it', () => {
  const moved: Layout = {
    ...closed.layout,
    nodes: new Map([...closed.layout.nodes].map(([path, box]) => [path, { ...box, y: box.y + 100 }])),
  }
  const start = between(moved, open.layout, 0)
  expect(start.nodes.get('stack/norm')!.y).toBe(open.layout.nodes.get('stack/norm')!.y + 100)
})

test('a dragged container takes its inside along, and its edges stretch', () => {
  const { graph, layout } = open
  const by = { x: 7, y: 30 }
  const now = dragged(graph, layout, new Set(['stack']), by)
  expect(now.nodes.get('stack/linear')!.y).toBe(layout.nodes.get('stack/linear')!.y + 30)
  expect(now.nodes.get('norm')).toEqual(layout.nodes.get('norm'))
  expect(now.edges.get('stack#norm.x>linear.x')!.points[0]!.y).toBe(
    layout.edges.get('stack#norm.x>linear.x')!.points[0]!.y + 30,
  )
  const arriving = now.edges.get('#embed.tokens>stack.x')!.points
  expect(arriving[0]).toEqual(layout.edges.get('#embed.tokens>stack.x')!.points[0])
  expect(arriving.at(-1)!.y).toBe(layout.edges.get('#embed.tokens>stack.x')!.points.at(-1)!.y + 30)
})

test('what stands still is the same object on the whole way', () => {
  const half = between(closed.layout, open.layout, 0.5)
  for (const [path, end] of open.layout.nodes) {
    const start = closed.layout.nodes.get(path)
    const isStill = start?.x === end.x && start.y === end.y && start.width === end.width && start.height === end.height
    if (isStill) expect(half.nodes.get(path)).toBe(end)
  }
  expect(half.nodes.get('embed')).toBe(open.layout.nodes.get('embed'))
  expect(half.nodes.get('norm')).not.toEqual(open.layout.nodes.get('norm'))
})
