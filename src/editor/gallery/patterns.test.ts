import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { parseDiagram } from '../../document/parse'
import { serialise } from '../../document/serialise'
import type { Diagram } from '../../document/schema'
import { say } from '../../document/words'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { problemsIn } from '../../semantics/checks'
import { languages } from '../../shared/languages'
import { asPattern, forkOf, patternIds, patterns, type PatternId } from './patterns'

const diagrams = new Map(allDiagrams().map(({ name, diagram }) => [name, diagram]))

function patternOf(id: PatternId): Diagram {
  const { of, title } = patterns[id]
  if (!of) {
    const parsed = parseDiagram(readFileSync(join(import.meta.dirname, 'projector.json'), 'utf8'))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.diagram
  }
  return asPattern(diagrams.get(of.diagram)!, of.variant, title)
}

describe.each(patternIds)('%s', (id) => {
  const pattern = patternOf(id)

  test('is whole, and has no problems in any of its phases', () => {
    const parsed = parseDiagram(serialise(pattern))
    expect(parsed).toMatchObject({ ok: true, problems: [] })
    for (const phase of pattern.phases ?? []) {
      const analysis = analyse(pattern, viewOf(pattern, { phase: phase.id }))
      expect(problemsIn(analysis).filter(({ severity }) => severity === 'error')).toEqual([])
      expect(analysis.total.params.trainable > 0n).toBe(true)
    }
  })

  test('says in every language what it is, and nothing that only a paper says', () => {
    const { about, published, steps, variants } = pattern
    for (const words of [about.title, about.summary])
      expect(new Set(languages.map((language) => say(words, language))).size).toBeGreaterThan(2)
    expect({ published, steps, variants }).toEqual({})
    expect(serialise(pattern)).not.toMatch(/"(note|arxiv|unsure|basis)"/)
  })
})

const made = Object.entries(patterns).flatMap(([id, { of, title }]) => (of ? [{ id, ...of, title }] : []))

test.each(made)('$id counts as the variant it is made of', ({ diagram, variant, title }) => {
  const source = diagrams.get(diagram)!
  const phase = source.view?.phase
  const before = analyse(source, viewOf(source, { variant, phase })).total
  const pattern = asPattern(source, variant, title)
  expect(analyse(pattern, viewOf(pattern, { phase })).total).toEqual(before)
})

test('a pattern is called the same before and after it is read', () => {
  for (const id of patternIds) expect(patternOf(id).about.title).toEqual(patterns[id].title)
})

test('a fork remembers what it came from, once', () => {
  const clip = diagrams.get('clip')!
  const fork = forkOf(forkOf(clip, 'clip', 'One'), 'clip', 'Two')
  expect(fork.about).toMatchObject({ title: 'Two' })
  expect(fork.about.lineage?.filter(({ from }) => from === 'clip')).toHaveLength(1)
  expect(clip.results).toBeDefined()
  expect(fork).not.toHaveProperty('published')
  expect(fork).not.toHaveProperty('results')
  expect(parseDiagram(serialise(fork))).toMatchObject({ ok: true })
})
