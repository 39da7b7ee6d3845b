// What the program has worked out about a node: read only.
import type { Analysis } from '../../semantics/analyse'
import { writeShape } from '../../semantics/findings'
import { grouped, short } from '../../semantics/number'
import type { Tally } from '../../semantics/tally'
import type { TreeNode } from '../../semantics/tree'
import { product } from '../../shared/dimension'
import { useSay } from '../strings/language'
import { Row } from './Controls'

export function Facts({ analysis, item }: { readonly analysis: Analysis; readonly item: TreeNode }) {
  const say = useSay()
  const { inference } = item
  const tally = analysis.tallyAt(item.path)
  return (
    <section>
      <h3>{say('facts.title')}</h3>
      <dl className="ports">
        {(['inputs', 'outputs'] as const).map((side) =>
          Object.entries(inference[side]).map(([port, tensor]) => (
            <div key={`${side} ${port}`}>
              <dt>{side === 'inputs' ? `→ ${port}` : `${port} →`}</dt>
              <dd>{tensor ? `${tensor.kind} ${tensor.shape.length > 0 ? writeShape(tensor.shape) : ''}` : '?'}</dd>
            </div>
          )),
        )}
      </dl>
      <Counts tally={tally} />
      {inference.weights.length > 0 && (
        <table className="weights">
          <caption>{say('facts.weights')}</caption>
          <tbody>
            {inference.weights.map((weight) => (
              <tr key={weight.name}>
                <th scope="row">{weight.name}</th>
                <td>{weight.shape.length > 0 ? writeShape(weight.shape) : '1'}</td>
                <td className="number">{short(analysis.number(product(weight.shape)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function Counts({ tally: { params, flops } }: { readonly tally: Tally }) {
  const say = useSay()
  if (params.total === 0n && flops.forward === 0n) return null
  const rows = [
    [say('facts.parameters'), params.total],
    [say('state.trainable'), params.trainable],
    [say('state.frozen'), params.frozen],
    ...(params.active === params.total ? [] : [[say('facts.active'), params.active] as const]),
    [say('facts.forward'), flops.forward],
    ...(flops.backward > 0n ? [[say('facts.training'), flops.training] as const] : []),
  ] as const
  return rows.map(([label, value]) => (
    <Row key={label} label={label}>
      <span className="number" title={grouped(value)}>
        {short(value)}
      </span>
    </Row>
  ))
}
