import { expect, test } from 'vitest'
import { blank } from './blank'
import { begin, commit, entriesOf, jump, redo, reselect, undo } from './history'

const [a, b, c, d] = [blank('a'), blank('b'), blank('c'), blank('d')]

test('undo and redo give back the same objects, with what was selected', () => {
  let history = commit(begin(a), b, ['x'])
  history = reselect(history, ['x', 'y'])
  history = commit(history, c, [])
  history = undo(history)
  expect(history.present.diagram).toBe(b)
  expect(history.present.selection).toEqual(['x', 'y'])
  history = redo(undo(history))
  expect(history.present.diagram).toBe(b)
  expect(redo(redo(redo(history))).present.diagram).toBe(c)
  const start = undo(undo(undo(history)))
  expect(start.present.diagram).toBe(a)
  expect(undo(start)).toBe(start)
})

test('a commit ends the future; one that changes nothing is no step', () => {
  const history = undo(commit(begin(a), b))
  expect(commit(history, a)).toBe(history)
  expect(redo(commit(history, c)).present.diagram).toBe(c)
})

test('equal keys in a row are one step', () => {
  let history = commit(begin(a), b, [], { coalesce: 'typing' })
  history = commit(history, c, [], { coalesce: 'typing' })
  expect(undo(history).present.diagram).toBe(a)
  history = commit(history, d, [], { coalesce: 'nudging' })
  expect(undo(history).present.diagram).toBe(c)
  expect(commit(commit(begin(a), b, [], { coalesce: 'k' }), a, [], { coalesce: 'k' })).toMatchObject({
    past: [],
    present: { diagram: a },
  })
})

test('jumps to any entry, and is bounded', () => {
  let history = begin(a)
  for (let i = 0; i < 600; i++)
    history = commit(history, blank(String(i)), [], { intention: { key: 'step', values: { i } } })
  expect(history.past).toHaveLength(500)
  const jumped = jump(history, 10)
  expect(jumped.present).toBe(entriesOf(history)[10])
  expect(entriesOf(jumped)).toEqual(entriesOf(history))
  expect(jump(history, 1000)).toBe(history)
})
