// The diagrams that come with the program, as pictures.
import { useEffect, useState } from 'react'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import { viewOf } from '../../graph/view'
import { render } from '../../render'
import type { Scene } from '../../scene/scene'
import { builtInIds, loadBuiltIn } from '../diagrams'
import { openBuiltIn } from '../files/open'
import { commandOf } from '../commands'
import { runCommand } from '../commands/command'
import { useEditor, useEditorState } from '../react'
import { themeOf } from '../state'
import { useSay } from '../strings/language'
import { ScenePreview } from './ScenePreview'
import { Sheet } from './Sheet'

export function Gallery() {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'gallery')
  return (
    <Sheet name="gallery" title={say('gallery.title')} description={say('gallery.description')} className="gallery">
      <ul className="cards">{isOpen && builtInIds.map((id) => <Card key={id} id={id} />)}</ul>
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
  const language = useEditorState(({ preferences }) => preferences.language)
  const theme = useEditorState(themeOf)
  const [diagram, setDiagram] = useState<Diagram>()
  const [scene, setScene] = useState<Scene>()

  useEffect(() => {
    let isGone = false
    async function draw() {
      const found = await loadBuiltIn(id)
      if (isGone) return
      setDiagram(found)
      const view = viewOf(found, { language, title: false, legend: false, bar: false })
      const picture = await render(found, view, { theme, background: true, problems: false }, editor.layOutThumbnail)
      if (!isGone) setScene(picture.scene)
    }
    // A card without a picture still opens its diagram.
    draw().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [editor, id, language, theme])

  async function open() {
    await openBuiltIn(editor, id)
    editor.setSession({ dialog: undefined })
  }

  return (
    <li>
      <button type="button" className="card" onClick={() => void open()}>
        <ScenePreview scene={scene} width={300} height={169} />
        <b>{diagram ? words(diagram.about.title, language) : id}</b>
        <span>{diagram?.about.year}</span>
        <small>{words(diagram?.about.summary, language)}</small>
      </button>
    </li>
  )
}
