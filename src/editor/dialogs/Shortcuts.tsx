// All keys on one sheet.
import { commands } from '../commands'
import type { CommandGroup } from '../commands/command'
import { isMac, writeKeys } from '../commands/keys'
import { useSay, type StringKey } from '../strings/language'
import { Sheet } from './Sheet'

const groups: readonly CommandGroup[] = ['file', 'edit', 'node', 'arrange', 'view', 'camera', 'ways', 'help']

/** What the hand does without a command. */
const hand: readonly (readonly [StringKey, StringKey])[] = [
  ['hand.pan', 'hand.panHow'],
  ['hand.zoom', 'hand.zoomHow'],
  ['hand.many', 'hand.manyHow'],
  ['hand.fold', 'hand.foldHow'],
  ['hand.connect', 'hand.connectHow'],
  ['hand.splice', 'hand.spliceHow'],
  ['hand.copy', 'hand.copyHow'],
  ['hand.free', 'hand.freeHow'],
]

export function Shortcuts() {
  const say = useSay()
  return (
    <Sheet name="shortcuts" title={say('command.shortcuts')} className="shortcuts">
      <div className="shortcut-groups" tabIndex={0} role="region" aria-label={say('command.shortcuts')}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{say(`group.${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{say(command.label)}</dt>
                    <dd>
                      {command.keys!.map((keys) => (
                        <kbd key={keys}>{writeKeys(keys, isMac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{say('group.hand')}</h3>
          <dl>
            {hand.map(([what, how]) => (
              <div key={what}>
                <dt>{say(what)}</dt>
                <dd>{say(how)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Sheet>
  )
}
