// The map of the field: every diagram on one shelf, in the order that the arrangement promises.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { systemRows } from '../../semantics/systems/systems'
import { catalogue, usedFamilies } from './catalogue'
import { arrangements, shelve } from './shelves'

const numbers = new Map(systemRows(allDiagrams()).map((row) => [row.name, row]))
const ids = catalogue.map(({ id }) => id).toSorted()

test.each(arrangements)('by %s: each stands on one shelf', (arrangement) => {
  const shelves = shelve(catalogue, arrangement, numbers, usedFamilies)
  expect(shelves.length).toBeGreaterThan(2)
  expect(shelves.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(ids)
  expect(shelves.some(({ name }) => name.kind === 'unknown')).toBe(false)
})

test('by size: from small to large, across shelves and within them', () => {
  const order = shelve(catalogue, 'size', numbers, usedFamilies).flatMap(({ entries }) => entries)
  const sizes = order.map(({ id }) => numbers.get(id)!.total)
  expect(sizes).toEqual(sizes.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('by year: as time went', () => {
  const years = shelve(catalogue, 'year', numbers, usedFamilies).map(({ name }) =>
    name.kind === 'year' ? name.year : 0,
  )
  expect(years).toEqual(years.toSorted())
})

test('by what is trained: CLIP wholly, Flamingo in part, PICa not at all', () => {
  const shelves = shelve(catalogue, 'trained', numbers, usedFamilies)
  const shelfOf = (id: string) => shelves.find(({ entries }) => entries.some((each) => each.id === id))!.key
  expect(['clip', 'flamingo', 'pica'].map(shelfOf)).toEqual(['all', 'part', 'none'])
})

test('what is not read yet stands last', () => {
  const some = new Map([...numbers].filter(([id]) => id !== 'clip'))
  const last = shelve(catalogue, 'size', some, usedFamilies).at(-1)!
  expect([last.name.kind, last.entries.map(({ id }) => id)]).toEqual(['unknown', ['clip']])
})
