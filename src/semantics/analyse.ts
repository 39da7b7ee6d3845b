// Everything that is known of a diagram in one setting. Pure; graphs that did not change since the last call are not
// inferred again.
import type { Diagram, Expression, Phase, Variant } from '../document/schema'
import type { Dim } from '../shared/dimension'
import { absenceIn, isPartial } from './absence'
import { flowOf, type Flow } from './flow'
import { Inferrer } from './infer'
import { integer, type Evaluate } from './integer'
import { documentScope, type DocumentScope, type Reading } from './scope'
import { phaseOf, variantOf, type Setting } from './setting'
import { statesIn } from './states'
import { tallies, tallyAt, type Tally } from './tally'
import { treeOf, type Tree } from './tree'

export interface Analysis {
  readonly diagram: Diagram
  readonly variant?: Variant
  readonly phase?: Phase
  /** Values given by hand, before all others. */
  readonly set: Readonly<Record<string, Expression>>
  readonly scope: DocumentScope
  readonly tree: Tree
  readonly flow: Flow
  readonly total: Tally
  /** Zero for paths that are not there. */
  tallyAt(path: string): Tally
  /** What free symbols are taken to be when a number is wanted. */
  readonly evaluate: Evaluate
  /** A symbolic size with free symbols at their examples. */
  number(d: Dim): bigint
}

export function analyse(diagram: Diagram, setting: Setting = {}, reading: Reading = 'numeric'): Analysis {
  const scope = documentScope(diagram, setting, reading)
  const variant = variantOf(diagram, setting)
  const phase = phaseOf(diagram, setting)
  const evaluate = evaluator(diagram, setting, scope, reading)
  const inference = new Inferrer(diagram.modules ?? {}).root(diagram, scope, absenceIn(phase))
  const tree = treeOf(diagram, inference, statesIn(phase), evaluate)
  const flow = flowOf(tree, evaluate, isPartial(phase))
  const found = tallies(tree, flow.level, evaluate)
  return {
    diagram,
    variant,
    phase,
    set: setting.set ?? {},
    scope,
    tree,
    flow,
    total: found.sum,
    tallyAt: (path) => tallyAt(found, path),
    evaluate,
    number: (d) => integer(d, evaluate),
  }
}

/** Symbolic sizes are evaluated with the numeric scope: hyperparameters by their values, free symbols by examples. */
function evaluator(diagram: Diagram, setting: Setting, scope: DocumentScope, reading: Reading): Evaluate {
  if (reading === 'numeric') return (name) => scope.examples.get(name)
  const numeric = documentScope(diagram, setting, 'numeric')
  return (name) => numeric.examples.get(name) ?? numeric.lookup(name)
}
