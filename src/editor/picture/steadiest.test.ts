import { expect, test } from 'vitest'
import type { Layout } from '../../layout/layout'
import { steadiest } from './steadiest'

const layout = (places: Record<string, readonly [number, number]>): Layout => ({
  width: 1,
  height: 1,
  nodes: new Map(Object.entries(places).map(([path, [x, y]]) => [path, { x, y, width: 10, height: 10 }])),
  edges: new Map(),
})
const before = layout({ a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0], e: [400, 0] })

test('what stays is held on to, though more things moved', () => {
  expect(steadiest(before, layout({ a: [0, 0], b: [150, 0], c: [250, 0], d: [350, 0] }))).toBe('a')
})

test('where everything moved by the same way, that is followed', () => {
  expect(steadiest(before, layout({ new: [0, 0], a: [0, 90], b: [130, 0], c: [230, 0], d: [330, 0] }))).toBe('b')
})

test('with nothing in common there is nothing to hold on to', () => {
  expect(steadiest(before, layout({ z: [0, 0] }))).toBeUndefined()
  expect(steadiest(undefined, before)).toBeUndefined()
})
