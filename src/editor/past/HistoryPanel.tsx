// What was done since the document was opened, newest first: a press on a line goes there, back or forward.
import { FileClock } from 'lucide-react'
import { useMemo } from 'react'
import { entriesOf, longest } from '../../document/history'
import { commandOf } from '../commands'
import { runCommand } from '../commands/command'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { done, sayDone } from './done'
import { doneBetween } from './intentions'

export function HistoryPanel() {
  const editor = useEditor()
  const say = useSay()
  const history = useEditorState((state) => state.history)
  const language = useEditorState(({ preferences }) => preferences.language)
  const lines = useMemo(() => {
    const entries = entriesOf(history)
    return entries.map((entry, i) => {
      const before = entries[i - 1]
      return before ? doneBetween(before, entry) : done(entries.length > longest ? 'done.earlier' : 'done.opened')
    })
  }, [history])
  const now = history.past.length

  return (
    <div className="past">
      <ol className="past-list" aria-label={say('past.session')} reversed>
        {lines
          .map((line, i) => (
            <li key={i}>
              <button
                type="button"
                className={`past-line ${i > now ? 'is-undone' : ''}`}
                aria-current={i === now ? 'step' : undefined}
                onClick={() => editor.jump(i)}
              >
                {sayDone(say, line, language)}
                {i > now && <span className="visually-hidden">({say('past.undone')})</span>}
              </button>
            </li>
          ))
          .reverse()}
      </ol>
      <div className="past-foot">
        <button type="button" className="button" onClick={() => runCommand(editor, commandOf('versions'))}>
          <FileClock size={14} aria-hidden="true" /> {say('command.versions')}
        </button>
      </div>
    </div>
  )
}
