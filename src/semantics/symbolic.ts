// An analysis again, read by the names of symbols instead of their values.
import { analyse, type Analysis } from './analyse'

const known = new WeakMap<Analysis, Analysis>()

/** The same diagram in the same setting with symbolic sizes: found once for each analysis, and kept with it. */
export function symbolicOf(analysis: Analysis): Analysis {
  let found = known.get(analysis)
  if (!found) {
    const { diagram, variant, phase, set } = analysis
    found = analyse(diagram, { variant: variant?.id, phase: phase?.id, set }, 'symbolic')
    known.set(analysis, found)
  }
  return found
}
