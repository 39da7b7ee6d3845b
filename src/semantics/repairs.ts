// Repairs for a problem, each one click and one undo. Every edit is tried first: one that does not end the problem, or
// that begins another, is not offered.
import { connect } from '../document/edit/edges'
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import { problemsIn, type MeaningProblem } from './checks'
import { newErrors, type Misfit, type Wire } from './joining/misfit'
import { insertions, insertionsOn } from './repairs/insertions'
import { others } from './repairs/others'
import { fitsAllVariants, mends, type Mend } from './repairs/repair'
import type { Setting } from './setting'
import { edgeId } from '../shared/edgeId'

export type { Mend } from './repairs/repair'

const mostOffered = 3

/** The best first, at most three; none when nobody knows better than the person. Works for a problem of `problemsIn`. */
export function repairsFor(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const candidates = [...insertions(diagram, setting, problem), ...others(diagram, setting, problem)]
  const errorsIn = (each: Diagram) =>
    problemsIn(analyse(each, setting)).filter(({ severity }) => severity === 'error').length
  const sound = candidates.flatMap((mend) => {
    const after = mend.apply(diagram)
    if (!mends(diagram, after, setting, problem)) return []
    return [{ mend, errors: errorsIn(after), misfits: fitsAllVariants(diagram, after, setting) ? 0 : 1 }]
  })
  // What ends one problem where another begins that nobody could see before is no help where something else is.
  const now = errorsIn(diagram)
  const helping = problem.severity === 'error' ? sound.filter(({ errors }) => errors < now) : []
  // Stable: among those that suit all variants and leave as little wrong, the order above holds.
  const ordered = (helping.length > 0 ? helping : sound)
    .sort((a, b) => a.misfits - b.misfits || a.errors - b.errors)
    .map(({ mend }) => mend)
  const labels = new Set<string>()
  return ordered
    .filter((mend) => !labels.has(mend.label) && labels.add(mend.label))
    .filter((mend, _, all) => mend.kind !== 'remove' || all.length === 1)
    .slice(0, mostOffered)
}

/** What makes an edge fit that is not drawn yet, to be done when it is: nothing is wrong then that was not before. */
export function remedyFor(diagram: Diagram, setting: Setting, wire: Wire, misfit: Misfit): Mend | undefined {
  const draw = (each: Diagram) => connect(each, wire.graph, wire.from, wire.to)
  const [drawn, tried] = [draw(diagram), draw(misfit.diagram)]
  const sound = insertionsOn(tried, misfit.setting, misfit.problem, edgeId(wire.path, wire)).filter(({ apply }) => {
    const after = apply(tried)
    if (after === tried || newErrors(misfit.diagram, after, misfit.setting).length > 0) return false
    return newErrors(diagram, apply(drawn), setting).length === 0
  })
  return sound.find(({ apply }) => fitsAllVariants(diagram, apply(drawn), setting)) ?? sound[0]
}
