import { expect, test } from 'vitest'
import { canConnect } from '../connecting'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { connect, disconnect, edgeInto, reconnect, setEdge } from './edges'
import { english } from '../../shared/message'

test('connects, and an input takes one edge', () => {
  const changed = checkEdit(example, (d) => connect(d, '', 'embed.tokens', 'norm.x'))
  expect(edgeInto(changed, '', 'norm.x')).toEqual({ from: 'embed.tokens', to: 'norm.x' })
  expect(changed.edges).toHaveLength(example.edges.length)
  expect(checkEdit(example, (d) => connect(d, '', 'join.x', 'norm.x'))).toBe(example)
})

test.each([
  ['', 'text.ids', 'project.x', 'text.ids gives ids, and project.x takes'],
  ['', 'norm.x', 'lm.x', 'would close a loop: lm already feeds norm.'],
  ['', 'norm.x', 'norm.x', 'A node cannot feed itself.'],
  ['', 'norm.x', 'nobody.x', 'no node “nobody”'],
  ['', 'norm.y', 'lm.x', 'The node “norm” has no output “y”; it has x.'],
  ['', 'join.a', 'lm.x', '“join.a” is an input; an edge begins at an output.'],
  ['', 'norm.x', 'text.ids', '“text.ids” is an output; an edge ends at an input.'],
  ['', 'in.x', 'lm.x', 'here there is none'],
  ['', 'norm', 'lm.x', 'names no port'],
  ['layer:', 'add_1.x', 'in.x', 'wrong side'],
  ['layer:', 'in.y', 'add_1.a', 'has no input “y”; it has x.'],
  ['layer:', 'text.ids', 'add_1.a', 'no node “text”'],
  ['nobody:', 'a.x', 'b.x', 'no such graph'],
])('in %j from %s to %s: %s', (graph, from, to, sentence) => {
  expect(english(canConnect(example, graph, from, to)!)).toContain(sentence)
  expect(checkEdit(example, (d) => connect(d, graph, from, to))).toBe(example)
})

test('may replace the edge that would close a loop', () => {
  // `a` is fed by the wall, and `b` by the attention, which the wall feeds too.
  expect(english(canConnect(example, 'layer:', 'add_1.x', 'attention.x')!)).toContain('loop')
  expect(canConnect(example, 'layer:', 'in.x', 'attention.x')).toBeUndefined()
})

test('disconnects', () => {
  const changed = checkEdit(example, (d) => disconnect(d, '', 'norm.x'))
  expect(edgeInto(changed, '', 'norm.x')).toBeUndefined()
  expect(checkEdit(changed, (d) => disconnect(d, '', 'norm.x'))).toBe(changed)
})

test('moves an end, and what is written on the edge stays', () => {
  const to = checkEdit(example, (d) => reconnect(d, '', 'project.x', { to: 'norm.x' }))
  expect(edgeInto(to, '', 'norm.x')).toEqual({ from: 'vision.tokens', to: 'norm.x', label: 'patches', shape: true })
  expect(edgeInto(to, '', 'project.x')).toBeUndefined()
  expect(to.edges).toHaveLength(example.edges.length - 1)
  const from = checkEdit(example, (d) => reconnect(d, '', 'project.x', { from: 'embed.tokens' }))
  expect(edgeInto(from, '', 'project.x')).toMatchObject({ from: 'embed.tokens', label: 'patches' })
  expect(checkEdit(example, (d) => reconnect(d, '', 'project.x', { from: 'text.ids' }))).toBe(example)
})

test('writes on an edge', () => {
  const changed = checkEdit(example, (d) => setEdge(d, '', 'project.x', { label: undefined, shape: true }))
  expect(edgeInto(changed, '', 'project.x')).toEqual({ from: 'vision.tokens', to: 'project.x', shape: true })
})
