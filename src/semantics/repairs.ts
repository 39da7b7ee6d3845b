// Repairs for a problem, each one click and one undo. Every edit is tried first: one that does not end the problem, or
// that begins another, is not offered.
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import { problemsIn, type MeaningProblem } from './checks'
import { insertions } from './repairs/insertions'
import { others } from './repairs/others'
import { fitsAllVariants, mends, type Mend } from './repairs/repair'
import type { Setting } from './setting'

export type { Mend } from './repairs/repair'

const mostOffered = 3

/** The best first, at most three; none when nobody knows better than the person. Works for a problem of `problemsIn`. */
export function repairsFor(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const candidates = [...insertions(diagram, setting, problem), ...others(diagram, analyse(diagram, setting), problem)]
  const sound = candidates.flatMap((mend) => {
    const after = mend.apply(diagram)
    if (!mends(diagram, after, setting, problem)) return []
    const errors = problemsIn(analyse(after, setting)).filter(({ severity }) => severity === 'error').length
    return [{ mend, errors, misfits: fitsAllVariants(diagram, after, setting) ? 0 : 1 }]
  })
  // Stable: among those that suit all variants and leave as little wrong, the order above holds.
  const ordered = sound.sort((a, b) => a.misfits - b.misfits || a.errors - b.errors).map(({ mend }) => mend)
  const labels = new Set<string>()
  return ordered
    .filter((mend) => !labels.has(mend.label) && labels.add(mend.label))
    .filter((mend, _, all) => mend.kind !== 'remove' || all.length === 1)
    .slice(0, mostOffered)
}
