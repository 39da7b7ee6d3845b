// A file dropped anywhere on the window is opened; without this the browser would leave the page for it.
import { useEffect } from 'react'
import { useEditor } from '../react'
import { openFile } from './open'

export function useWindowDrop() {
  const editor = useEditor()
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      void openFile(editor, file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [editor])
}
