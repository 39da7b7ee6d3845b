// What the diagrams of the repository say about themselves: the gallery and the table of systems are made of it.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { families, familyOf } from './families'
import { languages } from '../shared/languages'
import type { Words } from './schema'

const diagrams = allDiagrams()
const byName = new Map(diagrams.map(({ name, diagram }) => [name, diagram]))

function inAllLanguages(words: Words | undefined): boolean {
  return typeof words === 'object' && languages.every((language) => (words[language] ?? '').trim() !== '')
}

test('families have different names in every language', () => {
  expect(new Set(families.map(({ id }) => id)).size).toBe(families.length)
  for (const { label, about } of families) expect([label, about].every(inAllLanguages)).toBe(true)
  for (const language of languages)
    expect(new Set(families.map(({ label }) => (label as Record<string, string>)[language])).size).toBe(families.length)
  expect(familyOf('two-towers')?.id).toBe('two-towers')
  expect(familyOf('a family of its own')).toBeUndefined()
})

test.each(diagrams)('$name says its year, its family and what sets it apart in four languages', ({ diagram }) => {
  const { year, family, distinctive, summary } = diagram.about
  expect(year).toBeGreaterThan(1950)
  expect(familyOf(family), family).toBeDefined()
  expect(inAllLanguages(distinctive)).toBe(true)
  expect(inAllLanguages(summary)).toBe(true)
  expect(distinctive).not.toEqual(summary)
  expect((distinctive as Record<string, string>)['en']!.length).toBeLessThanOrEqual(120)
})

test.each(diagrams)('$name comes from diagrams that there are, and not from later ones', ({ name, diagram }) => {
  const { year = 0, lineage = [] } = diagram.about
  expect(new Set(lineage.map(({ from }) => from)).size).toBe(lineage.length)
  for (const { from, how } of lineage) {
    expect(from).not.toBe(name)
    expect(byName.get(from)?.about.year, `${name} from ${from}`).toBeLessThanOrEqual(year)
    expect(inAllLanguages(how), `${name} from ${from}`).toBe(true)
  }
})

test('nothing comes from itself by a detour', () => {
  const ancestors = (name: string, seen: readonly string[]): void => {
    expect(seen).not.toContain(name)
    for (const { from } of byName.get(name)?.about.lineage ?? []) ancestors(from, [...seen, name])
  }
  for (const { name } of diagrams) ancestors(name, [])
})

const proseKeys =
  'title summary distinctive how label sublabel note notes init objective data words text place task metric'

/** Texts for readers that some language lacks; names, formulas and what begins `scratch` are alike in all. */
function untranslated(value: unknown, path: string, isProse = false): string[] {
  if (typeof value === 'string')
    return isProse && /\p{Ll}{3,} \p{Ll}{3,}/u.test(value.replace(/<[^>]*>/g, '')) ? [`${path}: ${value}`] : []
  if (typeof value !== 'object' || value === null) return []
  if (languages.some((language) => Object.hasOwn(value, language)))
    return inAllLanguages(value as Words) ? [] : [`${path}: ${JSON.stringify(value)}`]
  return Object.entries(value).flatMap(([key, each]) =>
    untranslated(each, `${path}/${key}`, Array.isArray(value) ? isProse : proseKeys.split(' ').includes(key)),
  )
}

test.each(diagrams)('$name says everything else in four languages, too', ({ diagram }) => {
  // The titles of papers are as their authors wrote them.
  const about = { ...diagram.about, sources: [] }
  expect(untranslated({ ...diagram, about }, '')).toEqual([])
})
