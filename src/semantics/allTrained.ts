// The same model in the same phase with nothing frozen: what freezing is measured against.
import { absenceIn, isPartial } from './absence'
import type { Analysis } from './analyse'
import { flowOf } from './flow'
import { tallies, tallyAt } from './tally'
import { treeOf } from './tree'

/** Parts that are absent in the phase stay absent. Of an analysis by numbers; shapes are not inferred again. */
export function allTrained(analysis: Analysis): Analysis {
  const { diagram, phase, tree, evaluate } = analysis
  const unfrozen = treeOf(diagram, tree.inference, absenceIn(phase), evaluate, true)
  const flow = flowOf(unfrozen, evaluate, isPartial(phase))
  const found = tallies(unfrozen, flow.level, evaluate)
  return {
    ...analysis,
    tree: unfrozen,
    flow,
    total: found.sum,
    tallyAt: (path) => tallyAt(found, path),
  }
}
