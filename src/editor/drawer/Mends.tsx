// What could be done about a problem: each a press, and one step to undo.
import { Wrench } from 'lucide-react'
import type { Mend } from '../../semantics/repairs'
import { tell } from '../../shared/message'
import { notifyUndoable } from '../past/undoable'
import { useEditor, useLanguage } from '../react'
import { useSay } from '../strings/language'

export function Mends({ mends }: { readonly mends: readonly Mend[] }) {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  if (mends.length === 0) return null
  function mend({ message, apply }: Mend) {
    if (!editor.edit(apply)) return
    notifyUndoable(editor, say('problems.mended', { repair: tell(message, language) }))
  }
  return (
    <div className="mends">
      {mends.map((each) => (
        <button key={each.label} type="button" className="button is-small" onClick={() => mend(each)}>
          <Wrench size={12} aria-hidden="true" />
          {tell(each.message, language)}
        </button>
      ))}
    </div>
  )
}
