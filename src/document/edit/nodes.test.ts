import { expect, test } from 'vitest'
import { uniqueId } from '../ids'
import { bodyAt, nodeOf } from '../place'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import type { Diagram } from '../schema'
import { disconnect, edgeInto } from './edges'
import { moveIntoGroup } from './groups'
import { addNode, addNodeOnEdge, removeNodes } from './nodes'

const linear = { id: 'linear', block: 'linear' }
const ids = (diagram: Diagram, graph = '') => bodyAt(diagram, graph)!.nodes.map((node) => node.id)

test('adds a node where it is wanted', () => {
  const changed = checkEdit(example, (d) => addNode(d, 'vision', linear, { index: 1, pin: { x: 3, y: 4 } }))
  expect(ids(changed, 'vision')).toEqual(['patch', 'linear', 'blocks'])
  expect(changed.view!.pins!['vision/linear']).toEqual({ x: 3, y: 4 })
  for (const id of ['norm', 'in', 'out', 'constructor', 'a.b', ''])
    expect(checkEdit(example, (d) => addNode(d, '', { ...linear, id }))).toBe(example)
  expect(addNode(example, 'nobody:', linear)).toBe(example)
})

test('a module does not come into itself', () => {
  expect(checkEdit(example, (d) => addNode(d, 'layer:', { id: 'self', module: 'layer' }))).toBe(example)
  expect(checkEdit(example, (d) => addNode(d, '', { id: 'x', module: 'nobody' }))).toBe(example)
})

test('finds ids that are free', () => {
  expect([
    uniqueId(example, 'linear'),
    uniqueId(example, 'norm'),
    uniqueId(example, 'in'),
    uniqueId(example, 'a b/c'),
    uniqueId(example, '3'),
    uniqueId(example, '層'),
  ]).toEqual(['linear', 'norm_2', 'in_2', 'a_b_c', 'node', '層'])
  const twice = addNode(example, '', { id: 'norm_2', block: 'layerNorm' })
  expect(uniqueId(twice, 'norm_2')).toBe('norm_3')
})

test('splices a node into an edge', () => {
  const changed = checkEdit(example, (d) => addNodeOnEdge(d, '', linear, 'project.x'))
  expect(edgeInto(changed, '', 'linear.x')).toEqual({
    from: 'vision.tokens',
    to: 'linear.x',
    label: 'patches',
    shape: true,
  })
  expect(edgeInto(changed, '', 'project.x')).toEqual({ from: 'linear.x', to: 'project.x' })
  expect(ids(changed).indexOf('linear')).toBe(ids(example).indexOf('project'))
  // A module fits by its ports; token ids do not.
  expect(checkEdit(example, (d) => addNodeOnEdge(d, '', { id: 'more', module: 'layer' }, 'join.b'))).not.toBe(example)
  expect(checkEdit(example, (d) => addNodeOnEdge(d, '', { id: 'ids', block: 'tokenIds' }, 'project.x'))).toBe(example)
})

test('takes nodes away with all that points at them', () => {
  const changed = checkEdit(example, (d) => removeNodes(d, '', ['vision', 'project', 'nobody']))
  expect(ids(changed)).not.toContain('vision')
  expect(changed.edges).toEqual(example.edges.filter((edge) => !/vision|project/.test(edge.from + edge.to)))
  expect(changed.phases![0]).toEqual({ id: 'pretrain', label: 'Pretraining', states: {} })
  expect(changed.phases![1]).toBe(example.phases![1])
  expect(changed.published).toEqual([])
  expect(changed.view).toEqual({ phase: 'pretrain', unfolded: [], pins: { 'layer:attention': { x: 5, y: 6 } } })
  expect(checkEdit(example, (d) => removeNodes(d, '', ['nobody']))).toBe(example)
})

test('taking a node out of a module takes it out of every instance', () => {
  const changed = checkEdit(example, (d) => removeNodes(d, 'layer:', ['attention'], { heal: true }))
  expect(changed.phases![0]!.states).toEqual({ vision: 'frozen' })
  expect(edgeInto(changed, 'layer:', 'add_1.b')).toEqual({ from: 'ln_1.x', to: 'add_1.b' })
})

test('closes the gap in a chain, also over several, and only where kinds allow', () => {
  const one = checkEdit(example, (d) => removeNodes(d, '', ['project'], { heal: true }))
  expect(edgeInto(one, '', 'join.a')).toEqual({ from: 'vision.tokens', to: 'join.a' })
  const two = checkEdit(example, (d) => removeNodes(d, '', ['vision', 'project'], { heal: true }))
  expect(edgeInto(two, '', 'join.a')).toBeUndefined()
  const chain = checkEdit(example, (d) => removeNodes(d, '', ['join', 'project'], { heal: true }))
  expect(edgeInto(chain, '', 'norm.x')).toBeUndefined()
  const three = checkEdit(removeNodes(example, '', ['lm'], { heal: true }), (d) =>
    removeNodes(disconnect(d, '', 'join.b'), '', ['project', 'join'], { heal: true }),
  )
  expect(edgeInto(three, '', 'norm.x')).toEqual({ from: 'vision.tokens', to: 'norm.x' })
  const residual = checkEdit(example, (d) => removeNodes(d, 'layer:', ['ln_1', 'attention', 'add_1'], { heal: true }))
  expect(edgeInto(residual, 'layer:', 'out.x')).toEqual({ from: 'in.x', to: 'out.x' })
  const join = checkEdit(example, (d) => removeNodes(d, '', ['join'], { heal: true }))
  expect(edgeInto(join, '', 'norm.x')).toBeUndefined()
})

test('weights that are tied stay tied to the same node', () => {
  const tied: Diagram = {
    ...example,
    nodes: [...example.nodes, { id: 'head', block: 'lmHead', params: { vocab_size: 100 }, tied: 'embed' }],
  }
  const grouped = checkEdit(tied, (d) => moveIntoGroup(d, '', ['text', 'embed'], 'words'))
  expect(nodeOf(grouped, 'head')!.tied).toBe('words/embed')
  expect(
    nodeOf(
      checkEdit(tied, (d) => removeNodes(d, '', ['embed'])),
      'head',
    ),
  ).not.toHaveProperty('tied')
})
