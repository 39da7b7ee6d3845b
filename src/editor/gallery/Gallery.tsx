// What there is to open, as pictures: the person's own documents, and the diagrams that come with the program.
import { useCallback, useState } from 'react'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import { builtInIds, loadBuiltIn } from '../diagrams'
import { openBuiltIn } from '../files/open'
import { commandOf } from '../commands'
import { runCommand } from '../commands/command'
import { Sheet } from '../dialogs/Sheet'
import { useEditor, useEditorState } from '../react'
import { documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { Picture } from './Picture'
import { Recent } from './Recent'

export function Gallery() {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'gallery')
  return (
    <Sheet name="gallery" title={say('gallery.title')} description={say('gallery.description')} className="gallery">
      {isOpen && (
        <div className="gallery-shelves">
          <Recent />
          <section aria-labelledby="gallery-published">
            <h3 id="gallery-published">{say('recent.published')}</h3>
            <ul className="cards">
              {builtInIds.map((id) => (
                <Card key={id} id={id} />
              ))}
            </ul>
          </section>
        </div>
      )}
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => runCommand(editor, commandOf('open'))}>
          {say('command.open')}
        </button>
      </div>
    </Sheet>
  )
}

function Card({ id }: { readonly id: string }) {
  const editor = useEditor()
  const language = useEditorState(documentLanguageOf)
  const [diagram, setDiagram] = useState<Diagram>()
  const load = useCallback(() => loadBuiltIn(id), [id])

  async function open() {
    await openBuiltIn(editor, id)
    editor.setSession({ dialog: undefined })
  }

  return (
    <li>
      <button type="button" className="card" onClick={() => void open()}>
        <Picture load={load} onLoad={setDiagram} />
        <b>{diagram ? words(diagram.about.title, language) : id}</b>
        <span>{diagram?.about.year}</span>
        <small>{words(diagram?.about.summary, language)}</small>
      </button>
    </li>
  )
}
