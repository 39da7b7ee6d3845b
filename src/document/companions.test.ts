// A diagram beside another lies in its file: read and refused like any document, brought in and taken out by edits.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { companionName, companionOf } from './companions'
import { addStep, duplicateStep, removeStep, setBeside } from './edit/steps'
import { parseDiagram, parseValue } from './parse'
import type { Diagram } from './schema'
import { serialise } from './serialise'
import { showsAtFirst } from './steps'

const all = allDiagrams()
const [clip, pali] = ['clip', 'pali'].map((name) => all.find((each) => each.name === name)!.diagram) as [
  Diagram,
  Diagram,
]
const bare: Diagram = { ...clip, steps: [] }
const withStep = addStep(bare, showsAtFirst(bare), { title: 'Two' })
const both = setBeside(withStep, 0, { diagram: 'pali' }, companionOf(pali))

test('the file is whole, and says again what it said', () => {
  const parsed = parseDiagram(serialise(both))
  expect(parsed.ok && parsed.diagram).toEqual(both)
  expect(parsed.problems).toEqual([])
  expect(serialise(both).length).toBeLessThan(serialise(bare).length + serialise(pali).length)
})

test('every diagram can stand beside another', () => {
  for (const { name, diagram } of all) {
    const parsed = parseDiagram(serialise(setBeside(withStep, 0, { diagram: name }, companionOf(diagram))))
    expect(parsed.problems, name).toEqual([])
  }
})

test('a companion goes with the last step that names it', () => {
  const twice = duplicateStep(both, 0)
  expect(Object.keys(removeStep(twice, 0).companions!)).toEqual(['pali'])
  expect(removeStep(removeStep(twice, 0), 0).companions).toBeUndefined()
  expect(setBeside(both, 0, { variant: 'ViT-L/14' }).companions).toBeUndefined()
})

test('a name that is taken by another diagram gets a number', () => {
  expect(companionName(both, 'pali', companionOf(pali))).toBe('pali')
  expect(companionName(both, 'pali', companionOf(clip))).toBe('pali-2')
  expect(companionName(both, '../ constructor', companionOf(clip))).toBe('constructor-2')
})

test('what is not there, or cannot be, is said where it is', () => {
  const missing = parseValue({ ...both, companions: undefined })
  expect(missing.ok).toBe(true)
  expect(missing.problems[0]).toMatchObject({ path: 'steps[0].beside.diagram', severity: 'warning' })
  expect(missing.problems[0]!.sentence).toContain('“pali”')

  const variant = parseValue({ ...both, steps: [{ beside: { diagram: 'pali', variant: 'ViT-L/14' } }] })
  expect(variant.problems.map(({ path }) => path)).toEqual(['steps[0].beside.variant'])

  const itself = (beside: object) => parseValue({ ...clip, steps: [{ beside }] }).problems
  expect(itself({})).toMatchObject([{ path: 'steps[0].beside', severity: 'warning' }])
  expect(itself({})[0]!.sentence).toMatch(/diagram.*variant.*phase.*unfolded/)
  expect(itself({ unfolded: [] })).toEqual([])
  expect(itself({ variant: 'ViT-L/14' })).toEqual([])

  const broken = parseValue({
    ...both,
    companions: { pali: { ...companionOf(pali), edges: [{ from: 'a.x', to: 'b.x' }] } },
  })
  expect(broken.ok).toBe(false)
  expect(broken.problems[0]!.path).toMatch(/^companions\.pali\./)

  const hollow = parseValue({ ...both, companions: { pali: 7 } })
  expect(hollow.ok).toBe(false)
  expect(hollow.problems[0]!.path).toBe('companions.pali')
})

test('companions are bounded, and have none of their own', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`d${i}`, companionOf(clip)]))
  expect(parseValue({ ...both, companions: many }).problems[0]!.path).toBe('companions')
  const symbols = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`s${i}`, 1]))
  expect(parseValue({ ...both, companions: { pali: { ...pali, symbols } } }).problems[0]!.path).toBe(
    'companions.pali.symbols',
  )
  const nested = parseValue({
    ...both,
    companions: { pali: { ...companionOf(pali), companions: { clip: 'anything' } } },
  })
  expect(nested.ok && nested.diagram.companions!['pali']).toEqual(companionOf(pali))
})

test('a companion of an older version is brought up to this one', () => {
  const { version: _, ...old } = companionOf(pali)
  const parsed = parseValue({ ...both, companions: { pali: old } })
  expect(parsed.ok && parsed.diagram.companions!['pali']!.version).toBe(1)
})
