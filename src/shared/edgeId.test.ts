import { expect, test } from 'vitest'
import { edgeId, edgeIdParts, levelOf } from './edgeId'

test.each([
  { path: '', from: 'image.image', to: 'vision.x' },
  { path: 'lm/xattn', from: 'in.x', to: 'norm.x' },
])('an id says the graph and the ends that it is made of: $path', (parts) => {
  const id = edgeId(parts.path, parts)
  expect(edgeIdParts(id)).toEqual(parts)
  expect(levelOf(id)).toBe(parts.path)
})

test('a text of a graph lies in it; a node is no edge', () => {
  expect(levelOf('lm/xattn#text:note')).toBe('lm/xattn')
  expect(levelOf('lm/xattn')).toBe('')
})
