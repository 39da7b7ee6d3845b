// What must hold in a document beyond its form.
import { checkGraphs } from './checkGraph'
import { checkReferences } from './checkReferences'
import { checkCircles, checkSymbols } from './checkSymbols'
import { checkExpansion } from './limits'
import { plain, ProblemList, type DocumentProblem } from './problems'
import type { Companion, Diagram } from './schema'

/** Everything that is wrong with a document whose form is right. */
export function check(diagram: Diagram): readonly DocumentProblem[] {
  const list = new ProblemList()
  checkExpansion(diagram, list)
  checkCircles(diagram, list)
  // What follows goes from instance to instance and from symbol to symbol, which has no end in a circle.
  if (list.hasErrors) return list.problems
  checkGraphs(diagram, list)
  checkSymbols(diagram, list)
  checkReferences(diagram, list)
  for (const [name, companion] of Object.entries(diagram.companions ?? {}))
    list.addWithin(`companions.${plain(name, 40)}`, checkCompanion(companion))
  return list.problems
}

const known = new WeakMap<Companion, readonly DocumentProblem[]>()

/** Edits leave it as it is. */
function checkCompanion(companion: Companion): readonly DocumentProblem[] {
  const found = known.get(companion) ?? check({ ...companion, companions: undefined })
  known.set(companion, found)
  return found
}
