// The zoom of the canvas, for those outside of React Flow. Polled by the camera's own events.
import { useSyncExternalStore } from 'react'
import { useEditor } from '../react'

export function useZoom(): number {
  const editor = useEditor()
  return useSyncExternalStore(
    (call) => {
      let stop = editor.camera?.subscribe(call)
      // The canvas may come after the bar; then the camera is there at the next change of the state.
      const waiting = editor.store.subscribe(() => {
        stop ??= editor.camera?.subscribe(call)
      })
      return () => {
        stop?.()
        waiting()
      }
    },
    () => editor.camera?.view().zoom ?? 1,
  )
}
