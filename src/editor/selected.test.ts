import { expect, test } from 'vitest'
import { levelOf } from '../shared/edgeId'
import { kindOf } from './selected'

test.each([
  ['clip', 'node', ''],
  ['tower/mlp', 'node', ''],
  ['#a.x>b.x', 'edge', ''],
  ['tower#a.x>out.x', 'edge', 'tower'],
  ['#text:note', 'annotation', ''],
  ['tower/mlp#frame:f', 'annotation', 'tower/mlp'],
])('%s is a %s', (id, kind, level) => {
  expect(kindOf(id)).toBe(kind)
  expect(levelOf(id)).toBe(level)
})
