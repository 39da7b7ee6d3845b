import { expect, test } from 'vitest'
import { graphOf, kindOf } from './selected'

test.each([
  ['clip', 'node', ''],
  ['tower/mlp', 'node', ''],
  ['#a.x>b.x', 'edge', ''],
  ['tower#a.x>out.x', 'edge', 'tower'],
  ['#text:note', 'annotation', ''],
  ['tower/mlp#frame:f', 'annotation', 'tower/mlp'],
])('%s is a %s', (id, kind, graph) => {
  expect(kindOf(id)).toBe(kind)
  expect(graphOf(id)).toBe(graph)
})
