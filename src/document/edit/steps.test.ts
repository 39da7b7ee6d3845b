import { expect, test } from 'vitest'
import { fullSteps, showsAtFirst, type Shows } from '../steps'
import { checkEdit } from '../checkEdit.fixture'
import type { Diagram, Step } from '../schema'
import { addStep, duplicateStep, moveStep, recapture, removeStep, setStepWords } from './steps'

const bare: Diagram = {
  version: 1,
  about: { title: 'A talk' },
  phases: [
    { id: 'one', label: 'One' },
    { id: 'two', label: 'Two' },
  ],
  nodes: [
    { id: 'a', block: 'image' },
    { id: 'b', block: 'image' },
  ],
  edges: [],
  view: { unfolded: ['a'], phase: 'one' },
}
const steps: Step[] = [
  { title: 'All' },
  { title: 'A', focus: ['a'], phase: 'two' },
  { title: 'B', focus: ['b'] },
  { title: 'Both', focus: [], phase: 'one' },
]
const talk: Diagram = { ...bare, steps }
const shows = (diagram: Diagram) => fullSteps(diagram).map((step) => step.shows)

test('a step inherits what it does not say, the first from the view', () => {
  const [all, a, b, both] = shows(talk)
  expect(all).toMatchObject({ unfolded: ['a'], phase: 'one', focus: [] })
  expect(a).toMatchObject({ focus: ['a'], phase: 'two', unfolded: ['a'] })
  expect(b).toMatchObject({ focus: ['b'], phase: 'two' })
  expect(both).toMatchObject({ focus: [], phase: 'one' })
})

test('what is done to one step leaves what the others show', () => {
  const before = shows(talk)
  const [all, a, b, both] = before
  expect(shows(checkEdit(talk, (d) => removeStep(d, 1)))).toEqual([all, b, both])
  expect(shows(checkEdit(talk, (d) => moveStep(d, 2, 0)))).toEqual([b, all, a, both])
  expect(shows(checkEdit(talk, (d) => duplicateStep(d, 1)))).toEqual([all, a, a, b, both])
  const other: Shows = { ...a!, focus: ['b'], hidden: ['a'], shapes: 'all' }
  expect(shows(checkEdit(talk, (d) => recapture(d, 1, other)))).toEqual([all, other, b, both])
  expect(shows(checkEdit(talk, (d) => addStep(d, other, { title: 'New' }, 2)))).toEqual([all, a, other, b, both])
})

test('a captured step says only what differs, and the first one everything', () => {
  const first = addStep(bare, showsAtFirst(bare), { title: 'First' })
  expect(first.steps![0]).toMatchObject({ title: 'First', unfolded: ['a'], phase: 'one', camera: 'all' })
  const second = addStep(first, { ...showsAtFirst(bare), focus: ['b'] })
  expect(second.steps![1]).toEqual({ focus: ['b'] })
})

test('words of a duplicate are its own', () => {
  const twice = duplicateStep(talk, 0)
  const renamed = checkEdit(twice, (d) => setStepWords(d, 1, 'title', 'Again', 'en'))
  expect(renamed.steps!.map((step) => step.title)).toEqual(['All', 'Again', 'A', 'B', 'Both'])
  expect(setStepWords(talk, 9, 'title', 'x', 'en')).toBe(talk)
})

test('fields of a later version stay with their step', () => {
  const later = { ...talk, steps: [{ title: 'x', sound: 'gong' }, ...steps] } as Diagram
  expect(moveStep(later, 0, 2).steps![2]).toMatchObject({ sound: 'gong' })
})
