// Edits that add nodes stay within what a file may hold.
import { check } from '../check'
import { checkCounts, checkExpansion } from '../limits'
import { ProblemList } from '../problems'
import type { Diagram } from '../schema'

/** The diagram after an edit, or the one before where it would have grown too large or contained itself. */
export function bounded(before: Diagram, after: Diagram): Diagram {
  if (after === before) return before
  const list = new ProblemList()
  checkCounts(after, list)
  if (!list.hasErrors) checkExpansion(after, list)
  return list.hasErrors ? before : after
}

/** For edits whose effects reach far: the diagram after, or the one before where it would not be whole. */
export function whole(before: Diagram, after: Diagram): Diagram {
  return after === before || check(after).every((problem) => problem.severity === 'warning') ? after : before
}
