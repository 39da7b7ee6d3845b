// What running and training a node costs for one example.
import type { NodeFormulas } from '../../../semantics/formula'
import { short } from '../../../semantics/number'
import { percent } from '../../../semantics/table/columns'
import { shareOf } from '../../../semantics/table/rows'
import type { Tally } from '../../../semantics/tally'
import { useSay } from '../../strings/language'
import { Explained } from '../../explaining/Explained'
import { Row } from '../Controls'
import { FormulaLine } from './WeightFacts'

interface ComputeProps {
  readonly path: string
  readonly tally: Tally
  readonly whole: Tally
  readonly formulas: NodeFormulas | undefined
}

export function Compute({ path, tally: { flops }, whole, formulas }: ComputeProps) {
  const say = useSay()
  if (flops.forward === 0n) return null
  const rows = [
    ['inputGradients', flops.inputGradients],
    ['weightGradients', flops.weightGradients],
  ] as const
  return (
    <section>
      <h3>{say('facts.compute')}</h3>
      <Row label={say('facts.forward')}>
        <Explained quantity="forward" path={path} isStrong>
          {short(flops.forward)}
        </Explained>{' '}
        <span className="hint">{percent(shareOf(flops.forward, whole.flops.forward))}</span>
      </Row>
      {formulas?.withWeights && <FormulaLine label={say('facts.withWeights')} formula={formulas.withWeights} />}
      {formulas?.betweenActivations && (
        <FormulaLine label={say('facts.between')} formula={formulas.betweenActivations} />
      )}
      {rows.map(
        ([quantity, value]) =>
          value > 0n && (
            <Row key={quantity} label={say(`facts.${quantity}`)}>
              <Explained quantity={quantity} path={path}>
                {short(value)}
              </Explained>
            </Row>
          ),
      )}
      {flops.backward > 0n && (
        <Row label={say('facts.training')}>
          <Explained quantity="training" path={path} isStrong>
            {short(flops.training)}
          </Explained>{' '}
          <span className="hint">{percent(shareOf(flops.training, whole.flops.training))}</span>
        </Row>
      )}
    </section>
  )
}
