import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setLocked, setPin } from './edit/view'
import { setStepOwn } from './edit/steps'
import { isSame } from './same'
import type { Diagram } from './schema'
import { serialise } from './serialise'
import { randomDiagram, randomFrom, type Random } from './randomDiagram.fixture'

/** What an author has named, whose order is the author's, and what no version knows. */
const named = new Set(['symbols', 'modules', 'set', 'states', 'params', 'pins', 'companions'])
const unknown = new Set(['later', 'zoo', 'list'])

/** The same document, with the fields of every object in another order. */
function shuffled<T>(random: Random, value: T, name = ''): T {
  if (typeof value !== 'object' || value === null || unknown.has(name)) return value
  if (Array.isArray(value)) return value.map((each: unknown) => shuffled(random, each)) as T
  const entries = Object.entries(value).map(([key, each]) => [key, shuffled(random, each, named.has(name) ? '' : key)])
  const order = entries.map((entry) => ({ entry, rank: named.has(name) ? 0 : random() }))
  return Object.fromEntries(order.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry)) as T
}

test('equal documents give equal text, whatever the order of their fields', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      const made = randomDiagram(random, 6)
      const [first] = made.nodes
      const pinned = setLocked(setPin(made, first!.id, { x: 1, y: 2 }), { [first!.id]: { x: 1, y: 2 } }, true)
      const own = [...(pinned.steps ?? []), {}]
      const diagram: Diagram = {
        ...setStepOwn({ ...pinned, steps: own }, 0, 'lens', { kind: 'gate', node: first!.id, set: { alpha: 1 } }),
        nodes: [
          ...pinned.nodes,
          { id: 'chosen', block: 'sample', params: { gives: { if: 'heads', is: 'text', else: 'ids' } } },
        ],
      }
      const steps = diagram.steps!.map((step) => ({ ...step, camera: { x: 1, y: 2, width: 3, height: 4 } }))
      const whole = { ...diagram, steps }
      const other = shuffled(random, whole)
      expect(isSame(whole, other)).toBe(true)
      expect(serialise(other)).toBe(serialise(whole))
    }),
    { numRuns: 60, seed: 6 },
  )
})

test('what is undefined is as good as not there, but not in a list', () => {
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSame({ a: undefined }, { b: undefined })).toBe(true)
  expect(isSame([undefined, 1], [1])).toBe(false)
  expect(isSame([1], { 0: 1 })).toBe(false)
  expect(isSame({ a: null }, { a: {} })).toBe(false)
})
