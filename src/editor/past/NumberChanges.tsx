// How the totals would change: parameters and FLOPs, each in the variant and phase that the document itself shows.
import { useMemo } from 'react'
import type { Diagram } from '../../document/schema'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { short } from '../../semantics/number'
import { signed } from '../comparing'
import { useSay } from '../strings/language'

export function NumberChanges({ before, after }: { readonly before: Diagram; readonly after: Diagram }) {
  const say = useSay()
  const rows = useMemo(() => {
    const [old, now] = [before, after].map((diagram) => analyse(diagram, viewOf(diagram)).total)
    return [
      ['table.params', old!.params.total, now!.params.total],
      ['table.trainable', old!.params.trainable, now!.params.trainable],
      ['table.forward', old!.flops.forward, now!.flops.forward],
    ] as const
  }, [before, after])
  return (
    <table className="figures-table is-narrow">
      <tbody>
        {rows.map(([key, old, now]) => (
          <tr key={key}>
            <th scope="row">{say(key)}</th>
            <td className="is-number">{short(now)}</td>
            <td className="is-number">{signed(old, now) || '='}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
