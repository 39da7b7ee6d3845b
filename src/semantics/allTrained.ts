// The same model in the same phase with nothing frozen: what freezing is measured against.
import { isPartial } from './absence'
import type { Analysis } from './analyse'
import { flowOf } from './flow'
import type { States } from './states'
import { nothing, tallies } from './tally'
import { treeOf } from './tree'

/** Parts that are absent in the phase stay absent. Of an analysis by numbers; shapes are not inferred again. */
export function allTrained(analysis: Analysis): Analysis {
  const { diagram, phase, scope, tree } = analysis
  const evaluate = (name: string) => scope.examples.get(name)
  const stated = phase?.states ?? {}
  const states: States = {
    initial: 'trainable',
    // What holds an absent part decides for what is inside it, as ever.
    at: (path, _own, inherited) => (Object.hasOwn(stated, path) && stated[path] === 'absent' ? 'absent' : inherited),
  }
  const unfrozen = treeOf(diagram, tree.inference, states, evaluate)
  const flow = flowOf(unfrozen, evaluate, isPartial(phase))
  const found = tallies(unfrozen, flow, evaluate)
  return {
    ...analysis,
    tree: unfrozen,
    flow,
    total: found.get('') ?? nothing,
    tallyAt: (path) => found.get(path) ?? nothing,
  }
}
