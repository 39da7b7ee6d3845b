// The problems of what is shown, errors first. Pure.
import type { Analysis } from '../semantics/analyse'
import { problemsIn, type MeaningProblem } from '../semantics/checks'

const kept = new WeakMap<Analysis, readonly MeaningProblem[]>()

/** The same list for the same analysis. */
export function problemsOf(analysis: Analysis): readonly MeaningProblem[] {
  let problems = kept.get(analysis)
  if (!problems) {
    problems = problemsIn(analysis).toSorted(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
    )
    kept.set(analysis, problems)
  }
  return problems
}
