// Over a diagram that has nothing yet: what to begin with, as pictures, and the keys that help.
import { commandOf } from '../commands'
import { runCommand } from '../commands/command'
import { isMac, writeKeys } from '../commands/keys'
import { useEditor } from '../react'
import { useSay, type StringKey } from '../strings/language'
import { Beginnings } from './Beginnings'

const ways: readonly (readonly [command: string, label: StringKey])[] = [
  ['addBlock', 'command.addBlock'],
  ['gallery', 'command.gallery'],
  ['open', 'command.open'],
]

export function EmptyCanvas() {
  const editor = useEditor()
  const say = useSay()
  return (
    <section className="empty-canvas" aria-labelledby="empty-title">
      <h2 id="empty-title">{say('new.empty')}</h2>
      <Beginnings withBlank={false} />
      <p className="empty-ways">
        {ways.map(([id, label]) => {
          const command = commandOf(id)
          const keys = command.keys?.[0]
          return (
            <button key={id} type="button" className="button" onClick={() => runCommand(editor, command)}>
              {say(label)} {keys && <kbd>{writeKeys(keys, isMac)}</kbd>}
            </button>
          )
        })}
      </p>
    </section>
  )
}
