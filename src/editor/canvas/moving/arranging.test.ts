import { expect, test } from 'vitest'
import { aligned, distributed } from './arranging'

const boxes = new Map([
  ['a', { x: 0, y: 10, width: 100, height: 40 }],
  ['b', { x: 300, y: 0, width: 50, height: 20 }],
  ['c', { x: 120, y: 60, width: 80, height: 40 }],
])

test.each([
  ['left', 'x', [0, 0, 0]],
  ['centre', 'x', [125, 150, 135]],
  ['right', 'x', [250, 300, 270]],
  ['top', 'y', [0, 0, 0]],
  ['middle', 'y', [30, 40, 30]],
  ['bottom', 'y', [60, 80, 60]],
] as const)('aligned %s', (how, axis, expected) => {
  const places = aligned(boxes, how)
  const other = axis === 'x' ? 'y' : 'x'
  expect([...places.values()].map((place) => place[axis])).toEqual(expected)
  expect([...places.values()].map((place) => place[other])).toEqual([...boxes.values()].map((box) => box[other]))
})

test('distributed with equal gaps, the outermost where they were', () => {
  expect(Object.fromEntries(distributed(boxes, 'across'))).toEqual({
    a: { x: 0, y: 10 },
    c: { x: 160, y: 60 },
    b: { x: 300, y: 0 },
  })
  expect(Object.fromEntries(distributed(boxes, 'down'))).toEqual({
    b: { x: 300, y: 0 },
    a: { x: 0, y: 20 },
    c: { x: 120, y: 60 },
  })
  expect(distributed(new Map([...boxes].slice(0, 2)), 'down').size).toBe(0)
})
