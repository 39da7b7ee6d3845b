// Above a part that is shown alone: where it lies, and the way back.
import { ChevronRight, X } from 'lucide-react'
import { Fragment } from 'react'
import { say as words } from '../../document/words'
import { titleOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { useEditor, useEditorState, useShown } from '../react'
import { aloneIn, diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { leaveAlone } from './alone'
import { idOf, pathsTo } from '../../shared/path'

export function Breadcrumb() {
  const editor = useEditor()
  const say = useSay()
  const alone = useEditorState(aloneIn)
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const tree = useShown()?.picture.analysis.tree
  if (alone === undefined || !tree) return null
  const crumbs = pathsTo(alone)
  const titleAt = (path: string) => {
    const item = nodeAtPath(tree, path)
    return item ? titleOf(diagram, item, language) : idOf(path)
  }
  return (
    <nav className="breadcrumb" aria-label={say('alone.trail')}>
      <ol>
        <li>
          <button type="button" className="tool" onClick={() => leaveAlone(editor)}>
            {words(diagram.about.title, language)}
          </button>
        </li>
        {crumbs.map((path) => (
          <Fragment key={path}>
            <ChevronRight size={13} aria-hidden="true" />
            <li>
              {path === alone ? (
                <b aria-current="page">{titleAt(path)}</b>
              ) : (
                <button type="button" className="tool" onClick={() => leaveAlone(editor, path)}>
                  {titleAt(path)}
                </button>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
      <button type="button" className="tool" aria-label={say('alone.leave')} onClick={() => leaveAlone(editor)}>
        <X size={14} aria-hidden="true" />
      </button>
    </nav>
  )
}
