import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, isEmpty, type Difference } from './difference'
import { connect, disconnect } from './edit/edges'
import { addNode, removeNodes } from './edit/nodes'
import { setParam } from './edit/params'
import { setState } from './edit/states'
import { setPin, unfold } from './edit/view'
import { setLabel, setTitle } from './edit/words'
import { serialise } from './serialise'
import { example } from './example.fixture'
import { randomDiagram, randomFrom } from './randomDiagram.fixture'
import { randomEdit } from './randomEdit.fixture'
import type { Diagram } from './schema'

const nothing: Difference = { nodes: [], edges: [], modules: [], fields: [] }

/** Two documents of which one came from the other by some edits. */
const twoStates = fc.record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 6 }) }).map(({ seed, count }) => {
  const random = randomFrom(seed)
  const before = randomDiagram(random, 6)
  let after = before
  for (let i = 0; i < count; i++) after = randomEdit(random, after).run(after)
  return { before, after }
})

test('nothing differs exactly where the text is the same', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const copy = JSON.parse(JSON.stringify(before)) as Diagram
      expect(differenceOf(before, copy)).toEqual(nothing)
      expect(isEmpty(differenceOf(before, after))).toBe(serialise(before) === serialise(after))
    }),
    { seed: 3 },
  )
})

test('the other way round, what was added is removed', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const [there, back] = [differenceOf(before, after), differenceOf(after, before)]
      const turn = { added: 'removed', removed: 'added', changed: 'changed' } as const
      const lines = (list: Difference['nodes'], flip = false) =>
        list.map(({ place, kind }) => `${flip ? turn[kind] : kind} ${place}`).toSorted()
      expect(lines(there.nodes, true)).toEqual(lines(back.nodes))
      expect(there.fields.map(({ path }) => path.join()).toSorted()).toEqual(
        back.fields.map(({ path }) => path.join()).toSorted(),
      )
    }),
    { seed: 4 },
  )
})

test('the order of nodes counts', () => {
  const after = { ...example, nodes: example.nodes.toReversed() }
  expect(differenceOf(example, after)).toMatchObject({ nodes: [], fields: [{ path: ['nodes', ''] }] })
})

const [first] = example.nodes.map(({ id }) => id)

test.each<[string, (diagram: Diagram) => Diagram, Partial<Difference>]>([
  [
    'a node',
    (d) => addNode(d, '', { id: 'fresh', block: 'linear' }),
    { nodes: [{ place: 'fresh', kind: 'added', node: { id: 'fresh', block: 'linear' }, fields: [] }] },
  ],
  [
    'a title',
    (d) => setTitle(d, 'Other', 'en'),
    { fields: [{ path: ['about', 'title'], before: example.about.title, after: 'Other' }] },
  ],
  ['what stands open', (d) => unfold(d, ['lm']), { fields: [{ path: ['view', 'unfolded'] }] }],
])('%s', (_, edit, expected) => {
  const before = example
  expect(differenceOf(before, edit(before))).toMatchObject({ ...nothing, ...expected })
})

test('a parameter is one field of its node', () => {
  const after = setParam(example, 'project', 'width', 12)
  const [change] = differenceOf(example, after).nodes
  expect(change).toMatchObject({
    place: 'project',
    kind: 'changed',
    fields: [{ path: ['params', 'width'], before: 'width', after: 12 }],
  })
})

test('states, pins and labels are found where they are written', () => {
  const labelled = setLabel(example, first!, 'Renamed', 'en')
  expect(differenceOf(example, labelled).nodes[0]!.fields[0]!.path).toEqual(['label'])
  const frozen = setState(example, ['lm'], 'frozen', { phase: 'pretrain' })
  expect(differenceOf(example, frozen).fields).toEqual([
    { path: ['phases', 'pretrain', 'states', 'lm'], after: 'frozen' },
  ])
  const pinned = setPin(example, first!, { x: 3, y: 4 })
  expect(differenceOf(example, pinned).fields).toEqual([{ path: ['view', 'pins', first], after: { x: 3, y: 4 } }])
})

test('an edge that goes and comes', () => {
  const { from, to } = example.edges[0]!
  const without = disconnect(example, '', to)
  expect(differenceOf(example, without)).toEqual({ ...nothing, edges: [{ graph: '', kind: 'removed', from, to }] })
  expect(differenceOf(without, connect(without, '', from, to)).edges).toEqual([{ graph: '', kind: 'added', from, to }])
})

test('what lies in a removed container is not listed again', () => {
  const { nodes } = differenceOf(example, removeNodes(example, '', ['vision']))
  expect(nodes.map(({ place, kind }) => `${kind} ${place}`)).toEqual(['removed vision'])
})
