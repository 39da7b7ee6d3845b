// The keys of copying and pasting reach the page as events of the clipboard, which need no permission.
import { useEffect } from 'react'
import type { Editor } from '../editor'
import { lockedPlaces } from '../commands/chosen'
import { reasonWords } from '../commands/reasons'
import { useEditor } from '../react'
import { announceCopied, removeTaken, take, writeAll, type Taken } from './copying'
import { followHand } from './hand'
import { paste, pasteText } from './pasting'
import { say } from '../strings/language'

export function useClipboard() {
  const editor = useEditor()
  useEffect(() => {
    // The event of the clipboard does not say with which keys it came.
    let asText = false
    const onKey = (event: KeyboardEvent) => {
      if (event.code === 'KeyV') asText = event.shiftKey && (event.ctrlKey || event.metaKey)
    }
    const onCopy = (event: ClipboardEvent) => void copied(editor, event)
    const onCut = (event: ClipboardEvent) => {
      const isLocked = !isElsewhere(event) && lockedPlaces(editor.state()).length > 0
      if (isLocked) editor.notify({ text: reasonWords(editor.state(), 'reason.locked', say) })
      const taken = isLocked ? undefined : copied(editor, event)
      if (taken) removeTaken(editor, taken)
    }
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      // A menu pastes without keys.
      const isText = asText
      asText = false
      if (!data || isElsewhere(event)) return
      event.preventDefault()
      const text = data.getData('text/plain')
      if (isText) return pasteText(editor, text)
      void paste(editor, { text, html: data.getData('text/html'), files: [...data.files] })
    }
    const stop = followHand()
    window.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      stop()
      window.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [editor])
}

function copied(editor: Editor, event: ClipboardEvent): Taken | undefined {
  if (!event.clipboardData || isElsewhere(event)) return undefined
  const taken = take(editor)
  if (!taken) {
    editor.notify({ text: say('reason.selectNode') })
    return undefined
  }
  event.preventDefault()
  // The text is there at once; the pictures follow, in the place of it all, where the browser lets them.
  event.clipboardData.setData('text/plain', taken.text)
  announceCopied(editor, taken)
  void writeAll(editor, taken)
  return taken
}

/** Who writes in a field, or has marked text on the page, means that text. */
function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return true
  return event.type !== 'paste' && getSelection()?.isCollapsed === false
}
