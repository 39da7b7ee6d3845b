// What running and training a node costs for one example.
import type { NodeFormulas } from '../../../semantics/formula'
import { grouped, short } from '../../../semantics/number'
import { percent } from '../../../semantics/table/columns'
import { shareOf } from '../../../semantics/table/rows'
import type { Tally } from '../../../semantics/tally'
import { useSay } from '../../strings/language'
import { Row } from '../Controls'
import { FormulaLine } from './WeightFacts'

interface ComputeProps {
  readonly tally: Tally
  readonly whole: Tally
  readonly formulas: NodeFormulas | undefined
}

export function Compute({ tally: { flops }, whole, formulas }: ComputeProps) {
  const say = useSay()
  if (flops.forward === 0n) return null
  const rows = [
    ['facts.inputGradients', flops.inputGradients],
    ['facts.weightGradients', flops.weightGradients],
  ] as const
  return (
    <section>
      <h3>{say('facts.compute')}</h3>
      <Row label={say('facts.forward')}>
        <b className="number" title={grouped(flops.forward)}>
          {short(flops.forward)}
        </b>{' '}
        <span className="hint">{percent(shareOf(flops.forward, whole.flops.forward))}</span>
      </Row>
      {formulas?.withWeights && <FormulaLine label={say('facts.withWeights')} formula={formulas.withWeights} />}
      {formulas?.betweenActivations && (
        <FormulaLine label={say('facts.between')} formula={formulas.betweenActivations} />
      )}
      {rows.map(
        ([label, value]) =>
          value > 0n && (
            <Row key={label} label={say(label)}>
              <span className="number" title={grouped(value)}>
                {short(value)}
              </span>
            </Row>
          ),
      )}
      {flops.backward > 0n && (
        <Row label={say('facts.training')}>
          <b className="number" title={grouped(flops.training)}>
            {short(flops.training)}
          </b>{' '}
          <span className="hint">{percent(shareOf(flops.training, whole.flops.training))}</span>
        </Row>
      )}
    </section>
  )
}
