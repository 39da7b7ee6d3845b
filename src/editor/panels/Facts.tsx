// What the program has worked out about a node: read only.
import { useMemo } from 'react'
import type { View } from '../../graph/view'
import type { Analysis } from '../../semantics/analyse'
import { doubtsAt } from '../../semantics/doubts'
import { formulasOf } from '../../semantics/formula'
import { grouped, short } from '../../semantics/number'
import { symbolicOf } from '../../semantics/symbolic'
import { percent } from '../../semantics/table/columns'
import { shareOf } from '../../semantics/table/rows'
import type { Tally } from '../../semantics/tally'
import { nodeAtPath, type TreeNode } from '../../semantics/tree'
import { unsureIn } from '../../semantics/unsure'
import { useSay } from '../strings/language'
import { Explained } from '../explaining/Explained'
import { Row } from './Controls'
import { Compute } from './facts/Compute'
import { GradientFact } from './facts/GradientFact'
import { ShapeFacts } from './facts/ShapeFacts'
import { Unsure } from './facts/Unsure'
import { WeightFacts } from './facts/WeightFacts'

interface FactsProps {
  readonly analysis: Analysis
  readonly view: View
  readonly item: TreeNode
}

export function Facts({ analysis, view, item }: FactsProps) {
  const say = useSay()
  const tally = analysis.tallyAt(item.path)
  const formulas = useMemo(() => formulasOf(analysis, item.path), [analysis, item.path])
  const named = useMemo(() => nodeAtPath(symbolicOf(analysis).tree, item.path), [analysis, item.path])
  const doubts = useMemo(() => doubtsAt(analysis, unsureIn(analysis), item.path), [analysis, item.path])
  const share = shareOf(tally.params.total, analysis.total.params.total)
  return (
    <>
      <section>
        <h3>{say('facts.shapes')}</h3>
        <ShapeFacts item={item} named={named} />
      </section>
      {tally.params.total > 0n && (
        <section>
          <h3>{say('facts.parameters')}</h3>
          <p className="fact-number">
            <Explained quantity="params" path={item.path} isStrong>
              {grouped(tally.params.total)}
            </Explained>
            <span className="hint">{say('facts.share', { share: percent(share) })}</span>
          </p>
          <ShareBar tally={tally} share={share} />
          <StateCounts tally={tally} path={item.path} />
          {formulas && <WeightFacts formulas={formulas} isContainer={item.inside !== undefined} />}
        </section>
      )}
      <Compute path={item.path} tally={tally} whole={analysis.total} formulas={formulas} />
      <GradientFact analysis={analysis} path={item.path} />
      <Unsure analysis={analysis} doubts={doubts} language={view.language} />
    </>
  )
}

/** How much of the whole, and how much of that learns. */
function ShareBar({ tally: { params }, share }: { readonly tally: Tally; readonly share: number }) {
  const warm = shareOf(params.trainable, params.total)
  return (
    <span className="share-bar" aria-hidden="true">
      <span className="is-trainable" style={{ width: `${share * warm * 100}%` }} />
      <span className="is-frozen" style={{ width: `${share * (1 - warm) * 100}%` }} />
    </span>
  )
}

function StateCounts({ tally: { params }, path }: { readonly tally: Tally; readonly path: string }) {
  const say = useSay()
  const rows = [
    ['trainable', say('state.trainable'), params.trainable],
    ['frozen', say('state.frozen'), params.frozen],
    ...(params.active === params.total ? [] : [['active', say('facts.active'), params.active] as const]),
  ] as const
  return rows
    .filter(([, , value]) => value > 0n)
    .map(([quantity, label, value]) => (
      <Row key={quantity} label={label}>
        <Explained quantity={quantity} path={path}>
          {short(value)}
        </Explained>
      </Row>
    ))
}

/** The totals of the diagram. */
export function Counts({ tally: { params, flops } }: { readonly tally: Tally }) {
  const say = useSay()
  if (params.total === 0n && flops.forward === 0n) return null
  const rows = [
    ['params', say('facts.parameters'), params.total],
    ['trainable', say('state.trainable'), params.trainable],
    ['frozen', say('state.frozen'), params.frozen],
    ...(params.active === params.total ? [] : [['active', say('facts.active'), params.active] as const]),
    ['forward', say('facts.forward'), flops.forward],
    ...(flops.backward > 0n ? [['training', say('facts.training'), flops.training] as const] : []),
  ] as const
  return rows.map(([quantity, label, value]) => (
    <Row key={quantity} label={label}>
      <Explained quantity={quantity} path="">
        {short(value)}
      </Explained>
    </Row>
  ))
}
