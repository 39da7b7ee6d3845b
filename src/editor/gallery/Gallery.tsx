// What there is to open, as pictures: beginnings, the person's own documents, and the diagrams that come with the program.
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { commandOf } from '../commands'
import { runCommand } from '../commands/command'
import { Sheet } from '../dialogs/Sheet'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { Beginnings } from './Beginnings'
import { Published } from './Published'
import { Recent } from './Recent'

export function Gallery() {
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'gallery')
  return (
    <Sheet name="gallery" title={say('gallery.title')} description={say('gallery.description')} className="gallery">
      {isOpen && <Shelves />}
    </Sheet>
  )
}

function Shelves() {
  const editor = useEditor()
  const say = useSay()
  const [written, setWritten] = useState('')
  const [family, setFamily] = useState('')
  const search = useDeferredValue(written)
  return (
    <>
      <div className="gallery-search">
        <Search size={15} aria-hidden="true" />
        <input
          type="search"
          aria-label={say('gallery.search')}
          placeholder={say('gallery.search')}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
      </div>
      <div className="gallery-shelves">
        {family === '' && (
          <>
            <section aria-labelledby="gallery-new">
              <h3 id="gallery-new">{say('new.title')}</h3>
              <Beginnings search={search} />
            </section>
            <Recent search={search} />
          </>
        )}
        <Published
          search={search}
          family={family}
          onFamily={setFamily}
          onClear={() => {
            setWritten('')
            setFamily('')
          }}
        />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => runCommand(editor, commandOf('open'))}>
          {say('command.open')}
        </button>
      </div>
    </>
  )
}
