// Where a panel lies over the canvas, it has a button that sends it away.
import { X } from 'lucide-react'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { isTight, showPanel, type Panel } from './opening'

export function PanelClose({ panel }: { readonly panel: Panel }) {
  const editor = useEditor()
  const say = useSay()
  const isOver = useEditorState(isTight)
  if (!isOver) return null
  return (
    <button
      type="button"
      className="tool panel-close"
      aria-label={say('panel.close')}
      onClick={() => showPanel(editor, panel, false)}
    >
      <X size={16} aria-hidden="true" />
    </button>
  )
}
