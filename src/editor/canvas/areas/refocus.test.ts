import { expect, test } from 'vitest'
import type { Layout } from '../../../layout/layout'
import { heirOf } from './refocus'

/** Each a square of 10 at its x. */
function layoutOf(nodes: Readonly<Record<string, number>>): Layout {
  const boxes = Object.entries(nodes).map(([path, x]) => [path, { x, y: 0, width: 10, height: 10 }] as const)
  return { width: 100, height: 10, nodes: new Map(boxes), edges: new Map() }
}

const before = layoutOf({ image: 0, norm: 20, tower: 40, 'tower/a': 40, 'tower/b': 60, loss: 90 })

test('the focus goes to what stood nearest at the same level', () => {
  expect(heirOf('norm', before, layoutOf({ image: 0, tower: 35, 'tower/a': 35, 'tower/b': 55, loss: 85 }))).toBe(
    'tower',
  )
  expect(heirOf('tower/a', before, layoutOf({ image: 0, norm: 20, tower: 40, 'tower/b': 60, loss: 90 }))).toBe(
    'tower/b',
  )
})

test('to what holds it, once that is folded in or empty', () => {
  expect(heirOf('tower/b', before, layoutOf({ image: 0, norm: 20, tower: 40, loss: 90 }))).toBe('tower')
})

test('to any that is left, when all that held it is gone', () => {
  expect(heirOf('tower/b', before, layoutOf({ image: 0, loss: 62 }))).toBe('loss')
  expect(heirOf('norm', before, layoutOf({}))).toBeUndefined()
})
