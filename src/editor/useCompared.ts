// The comparison with the baseline, for components.
import { useMemo } from 'react'
import { comparedWith, type Compared } from './comparing'
import { useEditorState, useShown } from './react'

/** A frame behind where the machine is busy: what is edited comes first. */
export function useCompared(): Compared | undefined {
  const shown = useShown()
  const origin = useEditorState((state) => state.origin)
  const tried = useEditorState(({ session }) => session.tried)
  const baseline = useEditorState(({ session }) => session.baseline)
  return useMemo(() => comparedWith(shown, { origin, session: { tried, baseline } }), [shown, origin, tried, baseline])
}
