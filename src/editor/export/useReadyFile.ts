// A figure that is dragged out of the window as a file. The drag needs its file at once, so it is made when the hand comes near.
import { useEffect, useRef, type DragEvent } from 'react'
import { useEditor } from '../react'
import { makeFile, type Made } from './making'
import type { ExportSettings } from './settings'
import type { What } from '../../pages'

export function useReadyFile(what: What, settings: ExportSettings) {
  const editor = useEditor()
  const key = JSON.stringify([what, settings])
  const ready = useRef<{ key: string; stop: AbortController; made?: Made; url?: string }>(undefined)
  const forget = () => {
    ready.current?.stop.abort()
    if (ready.current?.url) URL.revokeObjectURL(ready.current.url)
    ready.current = undefined
  }
  useEffect(() => forget, [])
  const prepare = () => {
    if (ready.current?.key === key) return
    forget()
    const mine: NonNullable<typeof ready.current> = { key, stop: new AbortController() }
    ready.current = mine
    makeFile(editor, what, settings, { signal: mine.stop.signal }).then(
      (made) => made && Object.assign(mine, { made, url: URL.createObjectURL(made.blob) }),
      // Whoever saves it is told why it cannot be made.
      () => undefined,
    )
  }
  const drag = (event: DragEvent) => {
    const { made, url, key: own } = ready.current ?? {}
    if (!made || !url || own !== key) return event.preventDefault()
    event.dataTransfer.effectAllowed = 'copy'
    event.dataTransfer.setData('DownloadURL', `${made.blob.type}:${made.name}:${url}`)
  }
  return { prepare, drag }
}
