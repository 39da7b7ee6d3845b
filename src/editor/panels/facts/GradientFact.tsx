// How the gradient meets a node in this phase: it learns, is only crossed, or is never reached.
import { useMemo } from 'react'
import type { Analysis } from '../../../semantics/analyse'
import { gradientsOf } from '../../../semantics/gradients'
import { useSay } from '../../strings/language'
import { Row } from '../Controls'

export function GradientFact({ analysis, path }: { readonly analysis: Analysis; readonly path: string }) {
  const say = useSay()
  const gradients = useMemo(() => gradientsOf(analysis), [analysis])
  const found = gradients.nodes.get(path)
  if (!found || !gradients.hasLoss) return null
  return (
    <section>
      <Row label={say('facts.gradient')}>
        <span className={`gradient-word is-${found}`}>{say(`gradient.${found}`)}</span>
      </Row>
    </section>
  )
}
