// Where the parameters of a node come from: tensor by tensor, of one copy and of all.
import type { Formula, NodeFormulas } from '../../../semantics/formula'
import { grouped, short } from '../../../semantics/number'
import { useSay } from '../../strings/language'

interface WeightFactsProps {
  readonly formulas: NodeFormulas
  readonly isContainer: boolean
}

export function WeightFacts({ formulas, isContainer }: WeightFactsProps) {
  const say = useSay()
  const { tensors, copies, params, ofOne } = formulas
  const one = ofOne?.params
  return (
    <>
      {tensors.length > 0 && (
        <table className="weights">
          <caption>{say(copies ? 'facts.weights' : 'facts.tensors')}</caption>
          <tbody>
            {tensors.map(({ name, shape, value }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <small>{shape}</small>
                </th>
                <td className="number" title={grouped(value)}>
                  {short(value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {one && one.value !== params.value && <FormulaLine label={say('facts.ofOne')} formula={one} />}
      {copies && <FormulaLine label={say('facts.copies')} formula={copies} />}
      {(!one || !isContainer) && <FormulaLine label={say('facts.ofAll')} formula={params} />}
    </>
  )
}

/** The formula, and what it comes to. */
export function FormulaLine({
  label,
  formula: { text, value },
}: {
  readonly label: string
  readonly formula: Formula
}) {
  const isNumber = text === String(value)
  return (
    <div className="formula">
      <span className="row-label">{label}</span>
      {!isNumber && <Text text={text} />}
      <span className="number" title={grouped(value)}>
        {isNumber ? '' : '= '}
        {short(value)}
      </span>
    </div>
  )
}

/** A formula that would fill the panel is there for those who ask for it. */
function Text({ text }: { readonly text: string }) {
  const say = useSay()
  if (text.length <= 90) return <span className="formula-text">{text}</span>
  return (
    <details className="formula-text">
      <summary>{say('facts.formula')}</summary>
      {text}
    </details>
  )
}
