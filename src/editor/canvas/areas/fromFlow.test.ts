import type { NodeChange } from '@xyflow/react'
import { expect, test } from 'vitest'
import { fromFlow, selectionAfter, wayOf } from './fromFlow'
import type { AreaNode } from './toFlow'

const nothing = { selected: new Map(), moves: new Map(), ended: false }

const cases: [name: string, changes: NodeChange<AreaNode>[], expected: ReturnType<typeof fromFlow>][] = [
  ['nothing', [], nothing],
  ['selection', [{ type: 'select', id: 'a', selected: true }], { ...nothing, selected: new Map([['a', true]]) }],
  [
    'a drag on its way',
    [{ type: 'position', id: 'a', position: { x: 1, y: 2 }, dragging: true }],
    { ...nothing, moves: new Map([['a', { x: 1, y: 2 }]]) },
  ],
  [
    'the end of a drag of two',
    [
      { type: 'position', id: 'a', position: { x: 1, y: 2 }, dragging: false },
      { type: 'position', id: 'b', position: { x: 5, y: 2 }, dragging: false },
    ],
    {
      ...nothing,
      moves: new Map([
        ['a', { x: 1, y: 2 }],
        ['b', { x: 5, y: 2 }],
      ]),
      ended: true,
    },
  ],
  ['a measurement', [{ type: 'dimensions', id: 'a', dimensions: { width: 1, height: 1 } }], nothing],
  ['a removal, which is a command of ours', [{ type: 'remove', id: 'a' }], nothing],
]

test.each(cases)('%s', (_, changes, expected) => {
  expect(fromFlow(changes)).toEqual(expected)
})

test('the selection keeps its order, and is the same list when nothing changes', () => {
  const before = ['a', 'b']
  expect(selectionAfter(before, new Map([['c', true]]))).toEqual(['a', 'b', 'c'])
  expect(selectionAfter(before, new Map([['a', false]]))).toEqual(['b'])
  expect(selectionAfter(before, new Map([['a', true]]))).toBe(before)
})

test('the way is measured from the layout', () => {
  const layout = {
    width: 0,
    height: 0,
    nodes: new Map([['a', { x: 10, y: 20, width: 5, height: 5 }]]),
    edges: new Map(),
  }
  expect(wayOf(new Map([['a', { x: 13, y: 18 }]]), layout)).toEqual({ x: 3, y: -2 })
})
