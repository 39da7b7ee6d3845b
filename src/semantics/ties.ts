// Ties that share nothing: the node and the one it is tied to have no weights of one size.
import { told } from '../shared/message'
import type { Analysis } from './analyse'
import type { MeaningProblem } from './problem'
import { meanings } from './sentences'
import { weightsOf } from './tally'
import { everyNode } from './tree'

export function tieProblems({ tree, evaluate }: Analysis): MeaningProblem[] {
  return [...everyNode(tree)].flatMap((item): MeaningProblem[] => {
    const { weights } = item.inference
    if (!item.owner || weights.length === 0 || weightsOf(item, evaluate).length < weights.length) return []
    // What is wrong there is said there.
    if (item.owner.inference.findings.length > 0) return []
    return [{ path: item.path, ...told(meanings.sharesNothing({ owner: item.owner.path })), severity: 'warning' }]
  })
}
