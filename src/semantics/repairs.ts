// Repairs for a problem, each one click and one undo. Every edit is tried first: one that does not end the problem, or
// that begins another, is not offered.
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import type { MeaningProblem } from './checks'
import { insertions } from './repairs/insertions'
import { others } from './repairs/others'
import { fitsAllVariants, mends, type Mend } from './repairs/repair'
import type { Setting } from './setting'

export type { Mend } from './repairs/repair'

const mostOffered = 3

/** The best first, at most three; none when nobody knows better than the person. Works for a problem of `problemsIn`. */
export function repairsFor(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const candidates = [...insertions(diagram, setting, problem), ...others(diagram, analyse(diagram, setting), problem)]
  const tried = candidates.flatMap((mend) => {
    const after = mend.apply(diagram)
    return mends(diagram, after, setting, problem) ? [{ mend, after }] : []
  })
  // Stable: among those that suit all variants, and among the rest, the order above holds.
  const sound = tried.map(({ mend, after }) => ({ mend, fits: fitsAllVariants(diagram, after, setting) }))
  const ordered = [...sound.filter((each) => each.fits), ...sound.filter((each) => !each.fits)].map(({ mend }) => mend)
  const labels = new Set<string>()
  return ordered
    .filter((mend) => !labels.has(mend.label) && labels.add(mend.label))
    .filter((mend, _, all) => mend.kind !== 'remove' || all.length === 1)
    .slice(0, mostOffered)
}
