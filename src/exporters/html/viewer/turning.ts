// Which of the pictures of a page is meant. They are named by their place in the list; none is -1.
import { isWithin } from '../../../shared/path'
import type { ViewerState } from '../payload'

type States = readonly ViewerState[]

/** By the number of a step or, in a page without steps, of a picture; from 1. The first where nothing else is said. */
export function stateAsked(states: States, given: string | null): number {
  if (given === null) return 0
  const number = Number(given)
  const step = states.findIndex((state) => state.step === number)
  if (step >= 0) return step
  return Number.isInteger(number) && number >= 1 && number <= states.length ? number - 1 : 0
}

/** Those around this one; a lecture ends with its last step. */
export function neighboursOf(states: States, at: number): { readonly back: number; readonly next: number } {
  const isEnd = states[at]?.step !== undefined && states[at + 1]?.step === undefined
  return { back: at - 1, next: isEnd || at + 1 >= states.length ? -1 : at + 1 }
}

/** The one in which this container is open or closed as well. */
export function stateToggled(states: States, at: number, path: string): number {
  const now = states[at]
  if (!now || now.step !== undefined) return -1
  const rest = now.open.filter((each) => !isWithin(each, path))
  const open = now.open.includes(path) ? rest : [...now.open, path].sort()
  return states.findIndex(
    (each) =>
      each.step === undefined &&
      each.phase === now.phase &&
      each.variant === now.variant &&
      isSameList(each.open, open),
  )
}

/** What sets a picture apart from the first. */
export function kindOf(state: ViewerState, first: ViewerState | undefined): 'steps' | 'phases' | 'folds' {
  if (state.step !== undefined) return 'steps'
  return isSameList(state.open, first?.open) ? 'phases' : 'folds'
}

function isSameList(a: readonly string[], b: readonly string[] | undefined): boolean {
  return a.join() === b?.join()
}
