// Says that another tab works on the document, for as long as it does.
import { Copy } from 'lucide-react'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'

export function ElsewhereBanner() {
  const editor = useEditor()
  const say = useSay()
  const isElsewhere = useEditorState(({ session }) => session.isElsewhere === true)
  if (!isElsewhere) return null
  return (
    <div className="elsewhere-banner" role="status">
      <Copy size={14} aria-hidden="true" />
      <span>{say('keeping.elsewhere')}</span>
      <button type="button" className="button" onClick={() => void editor.keeping?.takeOver()}>
        {say('keeping.takeOver')}
      </button>
    </div>
  )
}
