// A title being written, in place: a plain field over the node, for input methods as for keys.
import { ViewportPortal } from '@xyflow/react'
import { setLabel } from '../../document/edit/words'
import { placeOf } from '../../document/place'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { labelOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { useSay } from '../strings/language'
import { box as metric } from '../../graph/typography'
import { nodeAt } from '../../graph/walk'
import { useInPlace } from './useInPlace'

export function Rename() {
  const path = useEditorState(({ session }) => session.renaming)
  const picture = useEditorState(({ session }) => session.shown?.picture)
  const language = useEditorState(documentLanguageOf)
  const box = path === undefined ? undefined : picture?.layout.nodes.get(path)
  if (path === undefined || !box || !picture) return null
  // As it is written, with its formulas.
  const item = nodeAtPath(picture.analysis.tree, path)
  const label = item ? labelOf(picture.analysis.diagram, item, language) : ''
  const node = nodeAt(picture.graph, path)
  const at = node?.inside
    ? { x: box.x + 8, y: box.y + 6, width: Math.min(320, box.width - 16), height: metric.header - 12 }
    : { ...box, width: Math.max(box.width, 120) }
  return (
    <ViewportPortal>
      <div
        className={`rename ${node?.inside ? 'is-header' : ''}`}
        style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: at.width, height: at.height }}
      >
        <RenameField key={path} path={path} title={label} />
      </div>
    </ViewportPortal>
  )
}

function RenameField({ path, title }: { readonly path: string; readonly title: string }) {
  const editor = useEditor()
  const say = useSay()
  const field = useInPlace<HTMLInputElement>((text) => {
    editor.setSession({ renaming: undefined })
    const writing = writingOf(editor.state())
    const place = placeOf(diagramOf(editor.state()), path)
    if (text !== undefined && text.trim() !== title && place !== undefined) {
      // It stays where it is on the screen, however wide it becomes.
      editor.setSession({ anchor: path })
      if (!editor.edit((diagram) => setLabel(diagram, place, text.trim(), writing)))
        editor.setSession({ anchor: undefined })
    }
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(path)}"]`)?.focus()
  })

  return (
    <input
      {...field}
      className="rename-field nodrag nopan"
      aria-label={say('canvas.rename', { title })}
      defaultValue={title}
    />
  )
}
