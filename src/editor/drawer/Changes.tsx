// What if: which numbers an edit changed, node by node, against the document as it was saved or a pinned moment.
import { short } from '../../semantics/number'
import type { Tally } from '../../semantics/tally'
import { CommandButton } from '../panels/Controls'
import { useEditorState } from '../react'
import { useSay } from '../strings/language'
import { useCompared } from '../useCompared'
import { signed, type Compared } from '../comparing'
import { ChangedNodes } from './ChangedNodes'

const figures: readonly (readonly [
  name: 'params' | 'trainable' | 'frozen' | 'active' | 'forward' | 'training',
  (t: Tally) => bigint,
])[] = [
  ['params', ({ params }) => params.total],
  ['trainable', ({ params }) => params.trainable],
  ['frozen', ({ params }) => params.frozen],
  ['active', ({ params }) => params.active],
  ['forward', ({ flops }) => flops.forward],
  ['training', ({ flops }) => flops.training],
]

export function Changes() {
  const say = useSay()
  const compared = useCompared()
  const isPinned = useEditorState(({ session }) => session.baseline !== undefined)
  return (
    <>
      <div className="drawer-tools">
        <span>{say(isPinned ? 'changes.sincePinned' : 'changes.sinceSaved')}</span>
        <span className="is-right">
          <CommandButton id="pinBaseline">{say('command.pinBaseline')}</CommandButton>
          {isPinned && <CommandButton id="unpinBaseline">{say('command.unpinBaseline')}</CommandButton>}
        </span>
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={say('drawer.changes')}>
        {!compared || (compared.nodes.length === 0 && compared.edges.length === 0) ? (
          <p className="drawer-empty">{say('changes.none')}</p>
        ) : (
          <div className="changes">
            <table className="figures-table is-narrow" data-testid="change-totals">
              <thead>
                <tr>
                  <th scope="col">{say('changes.whole')}</th>
                  {(['before', 'after', 'difference'] as const).map((column) => (
                    <th key={column} scope="col" className="is-number">
                      {say(`changes.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {figures.map(([name, of]) => {
                  const [before, after] = [of(compared.before), of(compared.after)]
                  if (name === 'active' && !isRouted(compared)) return null
                  return (
                    <tr key={name}>
                      <th scope="row">{say(`table.${name}`)}</th>
                      <td className="is-number">{short(before)}</td>
                      <td className="is-number">{short(after)}</td>
                      <td className="is-number">{signed(before, after) || '0'}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
            <ChangedNodes compared={compared} />
          </div>
        )}
      </div>
    </>
  )
}

function isRouted({ before, after }: Compared): boolean {
  return before.params.active !== before.params.total || after.params.active !== after.params.total
}
