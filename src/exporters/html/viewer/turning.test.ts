import { expect, test } from 'vitest'
import type { ViewerState } from '../payload'
import { kindOf, neighboursOf, stateAsked, stateToggled } from './turning'

function state(open: string, more: Partial<ViewerState> = {}): ViewerState {
  const about = { title: '', name: '', phase: 'one', variant: '', width: 1, height: 1, uses: [] }
  return { ...about, open: open.split(' ').filter(Boolean), ...more }
}

const states = [
  state('a a/b'),
  state(''),
  state('a'),
  state('a a/b', { phase: 'two' }),
  state('', { phase: 'two' }),
  state('', { step: 1 }),
  state('a', { step: 2 }),
]

test('a step is asked for by its number, a picture of a page without steps by its own', () => {
  expect(stateAsked(states, null)).toBe(0)
  expect(stateAsked(states, '2')).toBe(6)
  expect(stateAsked(states.slice(0, 5), '2')).toBe(1)
  for (const nonsense of ['', '0', '-1', '8', 'two', '1.5']) expect(stateAsked(states, nonsense), nonsense).toBe(0)
})

test('a lecture ends with its last step, and all else with the last picture', () => {
  const more = [...states, state('b')]
  expect(neighboursOf(more, 4)).toEqual({ back: 3, next: 5 })
  expect(neighboursOf(more, 6)).toEqual({ back: 5, next: -1 })
  expect(neighboursOf(more, 7)).toEqual({ back: 6, next: -1 })
  expect(neighboursOf(more, 0)).toEqual({ back: -1, next: 1 })
})

test('a container closes with what is open in it, in the same phase', () => {
  expect(stateToggled(states, 0, 'a')).toBe(1)
  expect(stateToggled(states, 3, 'a')).toBe(4)
  expect(stateToggled(states, 0, 'a/b')).toBe(2)
})

test('it opens where there is a picture of it, and a step stays as it is', () => {
  expect(stateToggled(states, 1, 'a')).toBe(2)
  expect(stateToggled(states, 2, 'a/b')).toBe(0)
  expect(stateToggled(states, 4, 'a')).toBe(-1)
  expect(stateToggled(states, 5, 'a')).toBe(-1)
})

test('pictures are steps, phases of the first, or folded otherwise', () => {
  expect(states.map((each) => kindOf(each, states[0]))).toEqual(
    'phases folds folds phases folds steps steps'.split(' '),
  )
})
