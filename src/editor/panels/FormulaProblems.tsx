// Formulas in texts that cannot be set, and why.
import { formulaProblem, formulasIn } from '../../drawing/math/formulas'
import { useShown } from '../react'
import { useSay } from '../strings/language'

export function FormulaProblems({ texts }: { readonly texts: readonly string[] }) {
  const say = useSay()
  // Drawn again when the picture is: by then it is known what can be set.
  useShown()
  const sources = [...new Set(texts.flatMap(formulasIn))]
  return sources.map((source) => {
    const problem = formulaProblem(source)
    return (
      problem !== undefined && (
        <p key={source} className="problem is-error" role="status">
          {say('inspector.formula', { source, problem })}
        </p>
      )
    )
  })
}
