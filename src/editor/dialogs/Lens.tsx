// A lens beside the diagram, and the way to another one.
import { useMemo } from 'react'
import { lenses, lensOf, openLens } from '../../lenses'
import { say as words } from '../../document/words'
import { LensView } from '../talk/LensView'
import { useEditor, useEditorState } from '../react'
import { documentLanguageOf, selectedNodes, themeOf } from '../state'
import { useSay } from '../strings/language'
import { Sheet } from './Sheet'

export function Lens() {
  const editor = useEditor()
  const say = useSay()
  const kind = useEditorState(({ session }) => session.lens) ?? lenses[0]!.kind
  const language = useEditorState(documentLanguageOf)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  const from = useEditorState((state) => selectedNodes(state)[0])
  const open = useMemo(
    () => analysis && openLens({ kind }, analysis, from === undefined ? [] : [from]),
    [kind, analysis, from],
  )
  const theme = useEditorState(themeOf)
  return (
    <Sheet name="lens" title={words(lensOf(kind)?.title, language)} className="lens-dialog">
      <div className="lens-kinds" role="group" aria-label={say('lens.others')}>
        {lenses.map((each) => (
          <button
            key={each.kind}
            type="button"
            className={`button is-small ${each.kind === kind ? 'is-primary' : ''}`}
            aria-pressed={each.kind === kind}
            onClick={() => editor.setSession({ lens: each.kind })}
          >
            {words(each.title, language)}
          </button>
        ))}
      </div>
      {open && <LensView key={kind} open={open} theme={theme} language={language} />}
    </Sheet>
  )
}
