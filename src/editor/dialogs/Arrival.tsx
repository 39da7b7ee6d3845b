// A whole document was pasted: it takes the place of the open one, or goes into it as a group.
import { say as words } from '../../document/words'
import { without } from '../../document/own'
import { insertHere } from '../clipboard/pasting'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { Sheet } from './Sheet'
import { documentLanguageOf } from '../state'

export function Arrival() {
  const editor = useEditor()
  const say = useSay()
  const arrived = useEditorState(({ session }) => session.arrived)
  const language = useEditorState(documentLanguageOf)
  if (!arrived) return null
  const { diagram, hand } = arrived
  const title = words(diagram.about.title, language)
  const close = () => editor.setSession({ dialog: undefined, arrived: undefined })
  return (
    <Sheet
      name="arrival"
      title={say('arrival.title', { title })}
      description={say('arrival.about', { count: diagram.nodes.length })}
      className="arrival"
    >
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            close()
            insertHere(editor, diagram, hand)
          }}
        >
          {say('arrival.insert')}
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() => {
            close()
            editor.open(without(diagram, 'fragment'), { name: title || 'diagram', saved: undefined })
          }}
        >
          {say('arrival.open')}
        </button>
      </div>
    </Sheet>
  )
}
