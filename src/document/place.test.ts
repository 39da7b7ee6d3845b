import { expect, test } from 'vitest'
import { graphPathsOf, instanceCount, pathsOf } from './instances'
import { bodyAt, graphPlaceOf, insideOf, nodeAt, nodeOf, placeOf, splitPlace, updateBody, updateNode } from './place'
import { example } from './example.fixture'
import type { Diagram } from './schema'

test('a path leads to where the node is written', () => {
  expect(placeOf(example, 'vision/patch')).toBe('vision/patch')
  expect(placeOf(example, 'vision/blocks/attention')).toBe('layer:attention')
  expect(placeOf(example, 'lm/attention')).toBe('layer:attention')
  expect(nodeOf(example, 'lm/attention')).toBe(nodeAt(example, 'layer:attention'))
  expect([
    graphPlaceOf(example, 'lm'),
    graphPlaceOf(example, 'lm/ln_1'),
    graphPlaceOf(example, 'vision/patch'),
  ]).toEqual(['', 'layer:', 'vision'])
  expect([
    insideOf(example, ''),
    insideOf(example, 'vision'),
    insideOf(example, 'lm'),
    insideOf(example, 'project'),
  ]).toEqual(['', 'vision', 'layer:', undefined])
  for (const nowhere of ['', 'nobody', 'project/x', 'lm/nobody', 'vision/', 'constructor', '__proto__'])
    expect(placeOf(example, nowhere)).toBeUndefined()
})

test('the graph at a place', () => {
  expect(bodyAt(example, '')).toBe(example)
  expect(bodyAt(example, 'layer:')).toBe(example.modules!.layer)
  expect(bodyAt(example, 'vision')).toBe(example.nodes[1]!.group)
  for (const nowhere of ['constructor:', 'nobody:', 'project', 'layer:ln_1', 'vision/patch'])
    expect(bodyAt(example, nowhere)).toBeUndefined()
})

test('places come apart', () => {
  expect(splitPlace('a')).toEqual({ graph: '', id: 'a' })
  expect(splitPlace('a/b')).toEqual({ graph: 'a', id: 'b' })
  expect(splitPlace('m:a')).toEqual({ graph: 'm:', id: 'a' })
  expect(splitPlace('m:a/b')).toEqual({ graph: 'm:a', id: 'b' })
})

test('what is written once occurs under each instance', () => {
  expect(pathsOf(example, 'layer:attention')).toEqual(['vision/blocks/attention', 'lm/attention'])
  expect(pathsOf(example, 'layer:attention', 1)).toHaveLength(1)
  expect(pathsOf(example, 'vision/patch')).toEqual(['vision/patch'])
  expect([...graphPathsOf(example, 'layer:')]).toEqual(['vision/blocks', 'lm'])
  expect([instanceCount(example, 'layer:attention'), instanceCount(example, 'lm')]).toEqual([2, 1])
})

test('millions of instances are counted, not visited', () => {
  const modules: NonNullable<Diagram['modules']> = { m0: { nodes: [{ id: 'leaf', block: 'add' }], edges: [] } }
  for (let i = 1; i < 40; i++)
    modules[`m${i}`] = { nodes: ['a', 'b'].map((id) => ({ id, module: `m${i - 1}` })), edges: [] }
  const diagram: Diagram = {
    version: 1,
    about: { title: '' },
    modules,
    nodes: [{ id: 'top', module: 'm39' }],
    edges: [],
  }
  expect(instanceCount(diagram, 'm0:leaf')).toBe(2 ** 39)
  expect(pathsOf(diagram, 'm0:leaf', 3)).toHaveLength(3)
})

test('an update shares all else', () => {
  const changed = updateNode(example, 'layer:attention', (node) => ({ ...node, note: 'x' }))
  expect(changed).not.toBe(example)
  expect(changed.nodes).toBe(example.nodes)
  expect(changed.modules!.layer!.edges).toBe(example.modules!.layer!.edges)
  expect(changed.modules!.layer!.nodes[0]).toBe(example.modules!.layer!.nodes[0])
  expect(nodeOf(changed, 'lm/attention')?.note).toBe('x')
  expect(updateNode(example, 'layer:attention', (node) => node)).toBe(example)
  expect(
    updateBody(example, 'nobody:', () => {
      throw new Error('There is nothing to change.')
    }),
  ).toBe(example)
})
