// A repair: an edit that is offered for a problem only because it was tried and the problem went away.
import type { Diagram } from '../../document/schema'
import { english, type Message } from '../../shared/message'
import { analyse, type Analysis } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import type { Setting } from '../setting'
import { nodeAtPath } from '../tree'
import { edgeIdParts } from '../../shared/edgeId'

const repairKinds = ['insert', 'takeOut', 'connect', 'freeze', 'reset', 'unrepeat', 'remove'] as const

export interface Mend {
  readonly kind: (typeof repairKinds)[number]
  /** `Insert a Linear 768 → 640`, in English. */
  readonly label: string
  readonly message: Message
  /** The edit; the same diagram where it no longer fits. */
  apply(diagram: Diagram): Diagram
}

export function mendOf(kind: Mend['kind'], message: Message, apply: Mend['apply']): Mend {
  return { kind, label: english(message), message, apply }
}

/** Whether the edit ends the problem and begins no other, as far as could be seen before. */
export function mends(before: Diagram, after: Diagram, setting: Setting, problem: MeaningProblem): boolean {
  if (after === before) return false
  const now = problemsIn(analyse(after, setting))
  if (now.some((each) => isAt(each, problem))) return false
  return now.every((each) => !isNew(analyse(before, setting), each))
}

/** Whether it brings no error to any variant; a width as a number may fit one and not another. */
export function fitsAllVariants(before: Diagram, after: Diagram, setting: Setting): boolean {
  return (before.variants ?? []).every((variant) => {
    const each = { variant: variant.id, set: setting.set }
    const errors = problemsIn(analyse(after, each)).filter((p) => p.severity === 'error')
    return errors.every((p) => !isNew(analyse(before, each), p))
  })
}

/** The same problem, or another at the same input. */
function isAt(found: MeaningProblem, problem: MeaningProblem): boolean {
  if (found.path !== problem.path) return false
  if (found.sentence === problem.sentence) return true
  return (
    problem.edge !== undefined &&
    found.edge !== undefined &&
    edgeIdParts(found.edge).to === edgeIdParts(problem.edge).to
  )
}

/** What nobody could see before, because nothing was known of what arrives there, is no news. */
function isNew(before: Analysis, problem: MeaningProblem): boolean {
  const item = nodeAtPath(before.tree, problem.path)
  if (item && Object.values(item.inference.inputs).some((tensor) => !tensor)) return false
  return !problemsIn(before).some((each) => each.path === problem.path && each.sentence === problem.sentence)
}
