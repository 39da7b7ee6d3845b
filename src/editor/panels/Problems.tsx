// What is wrong with the node or edge that is selected, with what could be done about it.
import type { MeaningProblem } from '../../semantics/checks'
import { Mends } from '../drawer/Mends'
import { useMends } from '../drawer/useMends'
import { tell } from '../../shared/message'
import { useLanguage, useShown } from '../react'

/** `problems` has to be the same list as long as nothing changes. */
export function Problems({ problems }: { readonly problems: readonly MeaningProblem[] }) {
  const shown = useShown()
  const language = useLanguage()
  const mends = useMends(shown, problems)
  return problems.map((problem) => (
    <div key={problem.sentence} className="problem-here">
      <p className={`problem is-${problem.severity}`} role="status">
        {tell(problem.message, language)}
      </p>
      <Mends mends={mends.get(problem) ?? []} />
    </div>
  ))
}
