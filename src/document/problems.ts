// What is wrong with a document, said to a person: where, and what to do. Knows no particular check.

import type { Problem } from '../shared/problem'

export interface DocumentProblem extends Problem {
  /** The node's place (see `place.ts`), where the problem is one node's. */
  readonly place?: string
}

/**
 * Gathers problems up to a limit, so that a file with a million mistakes is refused as fast as one with a few. Errors have a
 * limit of their own: no number of warnings hides why a file is refused.
 */
export class ProblemList {
  readonly problems: DocumentProblem[] = []
  private readonly counts = { error: 0, warning: 0 }

  error(path: string, sentence: string, place?: string) {
    this.add({ path, sentence, severity: 'error', ...(place !== undefined && { place }) })
  }

  warn(path: string, sentence: string, place?: string) {
    this.add({ path, sentence, severity: 'warning', ...(place !== undefined && { place }) })
  }

  get hasErrors(): boolean {
    return this.problems.some((problem) => problem.severity === 'error')
  }

  private add(problem: Problem) {
    const count = this.counts[problem.severity]++
    if (count < mostProblems) this.problems.push(problem)
    else if (count === mostProblems) {
      const sentence = 'There are more problems than are listed here; repair these first.'
      this.problems.push({ path: 'document', sentence, severity: problem.severity })
    }
  }
}

const mostProblems = 500

/** For a sentence: in quotation marks, on one line, not too long. */
export function quote(text: string): string {
  return `“${plain(text, 60)}”`
}

/** Text from a file, fit for one line of a message. */
export function plain(text: string, longest = 120): string {
  const line = text.slice(0, longest + 1).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** The first few of many: `a, b, c and 12 more`. */
export function listed(names: readonly string[], most = 12): string {
  if (names.length === 0) return 'none'
  const shown = names.slice(0, most).map((name) => plain(name, 40))
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ')
}

/** 20,000; what nobody would count by its digits is said with an exponent, 1e308. */
export function counted(value: number): string {
  return Math.abs(value) < 1e15 ? value.toLocaleString('en') : value.toPrecision(3).replace(/\.?0*e\+/, 'e')
}

/** How a problem's path to a node begins: the place `block:a/b` is `modules.block.nodes.a.group.nodes.b`. */
export function problemPath(place: string): string {
  const colon = place.indexOf(':')
  const inside = place
    .slice(colon + 1)
    .split('/')
    .join('.group.nodes.')
  return `${colon < 0 ? '' : `modules.${place.slice(0, colon)}.`}nodes.${inside}`
}
