// Any document, any row of edits: every edit keeps the laws, and undo leads all the way back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, commit, redo, undo } from '../history'
import { parseDiagram } from '../parse'
import { serialise } from '../serialise'
import { checkEdit } from '../checkEdit.fixture'
import { randomDiagram, randomFrom } from '../randomDiagram.fixture'
import { randomEdit } from '../randomEdit.fixture'

test('random documents are whole, and are read as they are written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 24 }), (seed, size) => {
      const diagram = randomDiagram(randomFrom(seed), size)
      const text = serialise(diagram)
      const parsed = parseDiagram(text)
      if (!parsed.ok) throw new Error(parsed.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
      expect(parsed.diagram).toEqual(diagram)
      expect(serialise(parsed.diagram)).toBe(text)
    }),
    { numRuns: 150, seed: 1 },
  )
})

test('every edit keeps the laws', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 30 }), (seed, count) => {
      const random = randomFrom(seed)
      let diagram = randomDiagram(random, 6)
      for (let index = 0; index < count; index++) {
        const edit = randomEdit(random, diagram)
        try {
          diagram = checkEdit(diagram, edit.run)
        } catch (error) {
          throw new Error(`${edit.name}, edit ${index}`, { cause: error })
        }
      }
    }),
    { numRuns: 60, seed: 2 },
  )
})

test('two hundred edits, undone and done again, give the same objects', () => {
  const random = randomFrom(7)
  let history = begin(randomDiagram(random, 8))
  const seen = [history.present.diagram]
  for (let index = 0; index < 200; index++) {
    const { diagram } = history.present
    history = commit(history, randomEdit(random, diagram).run(diagram))
    if (history.present.diagram !== diagram) seen.push(history.present.diagram)
  }
  expect(seen.length).toBeGreaterThan(60)
  for (const diagram of seen.toReversed()) {
    expect(history.present.diagram).toBe(diagram)
    history = undo(history)
  }
  for (const diagram of seen) {
    expect(history.present.diagram).toBe(diagram)
    history = redo(history)
  }
})
