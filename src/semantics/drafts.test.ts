// First drafts of talks: of every kind, for every diagram, as steps that the document takes.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { addSteps } from '../document/edit/steps'
import { parseValue } from '../document/parse'
import { analyse } from './analyse'
import { draftKinds, draftsOf } from './drafts'

test.each(allDiagrams())('$name: every kind of draft is a talk', ({ diagram }) => {
  const analysis = analyse(diagram)
  for (const kind of draftKinds) {
    const drafts = draftsOf(kind, analysis, {})
    expect(drafts.length).toBeGreaterThan(1)
    const before = diagram.steps?.length ?? 0
    const drafted = addSteps(diagram, drafts)
    expect(drafted.steps).toHaveLength(before + drafts.length)
    expect(parseValue(drafted)).toMatchObject({ ok: true })
  }
})

test('a quiz asks for states only where there are two', () => {
  const asked = (name: string) => {
    const { diagram } = allDiagrams().find((each) => each.name === name)!
    return draftsOf('quiz', analyse(diagram), {}).map(({ step }) => step.quiz?.join() ?? 'shown')
  }
  expect(asked('flamingo')).toEqual(['labels', 'states', 'shapes', 'shown'])
  expect(asked('clip')).toEqual(['labels', 'shapes', 'shown'])
})
