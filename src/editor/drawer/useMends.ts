// Repairs for the problems of a list, worked out one after another while nothing else is to be done.
import { useEffect, useState } from 'react'
import type { MeaningProblem } from '../../semantics/checks'
import { repairsFor, type Mend } from '../../semantics/repairs'
import type { Shown } from '../state'

/** Each repair is tried before it is offered, which takes time; nobody reads further than this. */
const most = 40

export function useMends(
  shown: Shown | undefined,
  problems: readonly MeaningProblem[],
): ReadonlyMap<MeaningProblem, readonly Mend[]> {
  const [found, setFound] = useState<ReadonlyMap<MeaningProblem, readonly Mend[]>>(new Map())
  useEffect(() => {
    if (!shown) return
    const { diagram, view } = shown
    let isGone = false
    const work = async () => {
      const mends = new Map<MeaningProblem, readonly Mend[]>()
      for (const problem of problems.slice(0, most)) {
        await new Promise((resolve) => setTimeout(resolve))
        if (isGone) return
        mends.set(problem, repairsFor(diagram, view, problem))
        setFound(new Map(mends))
      }
    }
    void work()
    return () => {
      isGone = true
    }
  }, [shown, problems])
  return found
}
