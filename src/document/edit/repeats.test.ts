import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { writtenNodes } from '../instances'
import { placeIn, splitPlace, updateNode } from '../place'
import type { Diagram } from '../schema'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { edgeInto } from './edges'
import { moveInOrder } from './order'
import { intoRepeat, rowOf, copiesOf, writeOut } from './repeats'
import { setState } from './states'

const row: Diagram = {
  version: 1,
  about: { title: 'Row' },
  symbols: { n: 3 },
  phases: [{ id: 'tune', label: 'Tune', states: { a: 'frozen', b: 'frozen', c: 'frozen' } }],
  nodes: [
    { id: 'text', block: 'tokenIds' },
    { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 10, width: 8 } },
    { id: 'c', block: 'layerNorm' },
    { id: 'a', block: 'layerNorm', repeat: 2 },
    { id: 'b', block: 'layerNorm', repeat: 'n' },
    { id: 'end', block: 'linear', params: { width: 4 } },
  ],
  edges: [
    { from: 'text.ids', to: 'embed.ids' },
    { from: 'embed.tokens', to: 'a.x' },
    { from: 'a.x', to: 'b.x' },
    { from: 'b.x', to: 'c.x' },
    { from: 'c.x', to: 'end.x', label: 'on' },
  ],
}

test('equal nodes in a row become one that is repeated, wherever they stand in the list', () => {
  expect(rowOf(row, '', ['c', 'a', 'b'])).toEqual({ ok: true, ids: ['a', 'b', 'c'] })
  const made = checkEdit(row, (d) => intoRepeat(d, '', ['c', 'a', 'b']))
  expect(made.nodes.map(({ id, repeat }) => [id, repeat])).toEqual([
    ['text', undefined],
    ['embed', undefined],
    ['a', 'n + 3'],
    ['end', undefined],
  ])
  expect(made.edges.slice(1)).toEqual([
    { from: 'embed.tokens', to: 'a.x' },
    { from: 'a.x', to: 'end.x', label: 'on' },
  ])
  expect(made.phases![0]!.states).toEqual({ a: 'frozen' })
})

test.each([
  [['a'], 'few'],
  [['a', 'end'], 'differ'],
  [['a', 'c'], 'noRow'],
])('%j do not: %s', (ids, why) => {
  expect(rowOf(row, '', ids)).toEqual({ ok: false, why })
  expect(checkEdit(row, (d) => intoRepeat(d, '', ids))).toBe(row)
})

test('what phases say of them must be the same', () => {
  const differing = setState(row, ['b'], 'trainable', { phase: 'tune' })
  expect(intoRepeat(differing, '', ['a', 'b', 'c'])).toBe(differing)
})

test('what is repeated can be written out', () => {
  expect(copiesOf(example, 'vision/blocks')).toBe(2)
  expect(copiesOf(example, 'lm')).toBe('once')
  const out = checkEdit(example, (d) => writeOut(d, 'vision/blocks'))
  expect(edgeInto(out, 'vision', 'blocks_2.x')).toEqual({ from: 'blocks.x', to: 'blocks_2.x' })
  expect(edgeInto(out, 'vision', 'out.tokens')).toEqual({ from: 'blocks_2.x', to: 'out.tokens' })
  expect(out.phases![0]!.states).toMatchObject({
    'vision/blocks/attention': 'trainable',
    'vision/blocks_2/attention': 'trainable',
  })
})

test.each(allDiagrams())('$name: written out it counts the same, and goes back into one', ({ diagram }) => {
  const view = viewOf(diagram, { variant: diagram.variants?.[0]?.id })
  const set = diagram.variants?.[0]?.set
  const total = analyse(diagram, view).total.params
  let tried = 0
  for (const { graph, node } of writtenNodes(diagram)) {
    const place = placeIn(graph, node.id)
    const count = copiesOf(diagram, place, set)
    if (typeof count !== 'number' || tried > 3) continue
    tried++
    const out = checkEdit(diagram, (d) => writeOut(d, place, set))
    expect(analyse(out, view).total.params).toEqual(total)
    if (count === 1) continue
    const written = new Set(
      [...writtenNodes(diagram)].filter((each) => each.graph === graph).map(({ node: { id } }) => id),
    )
    const copies = [...writtenNodes(out)].flatMap((each) =>
      each.graph === graph && (each.node.id === node.id || !written.has(each.node.id)) ? [each.node.id] : [],
    )
    expect(copies).toHaveLength(count)
    const back = checkEdit(out, (d) => intoRepeat(d, splitPlace(place).graph, copies))
    const expected = updateNode(diagram, place, (each) => ({ ...each, repeat: count }))
    expect({ ...back, published: 0, view: 0 }).toEqual({ ...expected, published: 0, view: 0 })
  }
})

test('nodes are moved in the order of their list', () => {
  const order = (diagram: Diagram) => diagram.nodes.map(({ id }) => id).join(' ')
  expect(order(checkEdit(row, (d) => moveInOrder(d, '', ['c'], 'later')))).toBe('text embed a c b end')
  expect(order(checkEdit(row, (d) => moveInOrder(d, '', ['c', 'a'], 'later')))).toBe('text embed b c a end')
  expect(order(checkEdit(row, (d) => moveInOrder(d, '', ['text', 'a'], 'earlier')))).toBe('text embed a c b end')
  expect(order(checkEdit(row, (d) => moveInOrder(d, '', ['a', 'b'], 'first')))).toBe('a b text embed c end')
  expect(order(checkEdit(row, (d) => moveInOrder(d, '', ['text'], 'last')))).toBe('embed c a b end text')
  expect(checkEdit(row, (d) => moveInOrder(d, '', ['end'], 'later'))).toBe(row)
})
