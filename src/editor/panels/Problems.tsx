// What is wrong with the node or edge that is selected, with what could be done about it.
import type { MeaningProblem } from '../../semantics/checks'
import { Mends } from '../drawer/Mends'
import { useMends } from '../drawer/useMends'
import { useEditorState } from '../react'

/** `problems` has to be the same list as long as nothing changes. */
export function Problems({ problems }: { readonly problems: readonly MeaningProblem[] }) {
  const shown = useEditorState(({ session }) => session.shown)
  const mends = useMends(shown, problems)
  return problems.map((problem) => (
    <div key={problem.sentence} className="problem-here">
      <p className={`problem is-${problem.severity}`} role="status">
        {problem.sentence}
      </p>
      <Mends mends={mends.get(problem) ?? []} />
    </div>
  ))
}
