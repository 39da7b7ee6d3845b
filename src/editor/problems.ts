// The problems of what is shown, errors first. Pure.
import type { Analysis } from '../semantics/analyse'
import { problemsIn, type MeaningProblem } from '../semantics/checks'
import { nodeAtPath } from '../semantics/tree'

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

/** Of one node and the edges into it. What is wrong with one field is said beneath the field. */
export function problemsAt(analysis: Analysis, path: string): readonly MeaningProblem[] {
  const findings = nodeAtPath(analysis.tree, path)?.inference.findings ?? []
  const ofFields = new Set(findings.flatMap(({ field, sentence }) => (field ? [sentence] : [])))
  return problemsOf(analysis).filter((problem) => problem.path === path && !ofFields.has(problem.sentence))
}

export function problemsOnEdge(analysis: Analysis, id: string): readonly MeaningProblem[] {
  return problemsOf(analysis).filter((problem) => problem.edge === id)
}
