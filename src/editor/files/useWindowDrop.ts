// A file or a link dropped anywhere on the window is opened; without this the browser would leave the page for it.
import { useEffect } from 'react'
import { useEditor } from '../react'
import { openLink } from '../links/openLink'
import { looksLikeLink } from '../links/readLink'
import { openFile } from './open'

export function useWindowDrop() {
  const editor = useEditor()
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      const text = event.dataTransfer?.getData('text/uri-list') || event.dataTransfer?.getData('text/plain') || ''
      if (event.defaultPrevented || (!file && !looksLikeLink(text))) return
      event.preventDefault()
      void (file ? openFile(editor, file) : openLink(editor, text))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [editor])
}
