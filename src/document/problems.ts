// What is wrong with a document, said to a person: where, and what to do. Knows no particular check.

import { told, type Arg, type Message } from '../shared/message'
import type { Problem } from '../shared/problem'
import { checks } from './sentences/checks'

export interface DocumentProblem extends Problem {
  readonly message: Message
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

  error(path: string, message: Message, place?: string) {
    this.add({ path, ...told(message), severity: 'error', ...(place !== undefined && { place }) })
  }

  warn(path: string, message: Message, place?: string) {
    this.add({ path, ...told(message), severity: 'warning', ...(place !== undefined && { place }) })
  }

  /** Those of a part that is a document of its own; its nodes are none of this document's. */
  addWithin(path: string, problems: readonly DocumentProblem[]) {
    for (const { place: _place, ...problem } of problems) this.add({ ...problem, path: `${path}.${problem.path}` })
  }

  get hasErrors(): boolean {
    return this.problems.some((problem) => problem.severity === 'error')
  }

  private add(problem: DocumentProblem) {
    const count = this.counts[problem.severity]++
    if (count < mostProblems) this.problems.push(problem)
    else if (count === mostProblems) {
      this.problems.push({ path: 'document', ...told(checks.moreProblems()), severity: problem.severity })
    }
  }
}

const mostProblems = 500

/** For the quotation marks of a sentence: on one line, not too long. */
export function brief(text: string): string {
  return plain(text, 60)
}

/** Text from a file, fit for one line of a message. */
export function plain(text: string, longest = 120): string {
  const line = text.slice(0, longest + 1).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** The first few of many: `a, b, c and 12 more`. */
export function listed(names: readonly string[], most = 12): Arg {
  if (names.length === 0) return checks.nothing()
  const shown = names.slice(0, most).map((name) => plain(name, 40))
  return names.length > most ? checks.andMore({ shown, count: names.length - most }) : shown
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
