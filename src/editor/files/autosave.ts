// The document survives a reload: it is written to IndexedDB soon after each edit, and read back when the page opens.
import { createStore, get, set } from 'idb-keyval'
import { serialise } from '../../document/serialise'
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import { diagramOf, type Origin } from '../state'

const key = 'open document'
const delay = 300

interface Kept {
  readonly text: string
  readonly name: string
  readonly builtIn?: string
  readonly handle?: FileSystemFileHandle
  readonly isSaved: boolean
}

const database = () => createStore('frieze', 'documents')

export async function restore(): Promise<{ readonly diagram: Diagram; readonly origin: Origin } | undefined> {
  try {
    const kept = await get<Kept>(key, database())
    if (!kept) return undefined
    const { parseDiagram } = await import('./read')
    const parsed = parseDiagram(kept.text)
    if (!parsed.ok) return undefined
    const { name, builtIn, handle, isSaved } = kept
    return {
      diagram: parsed.diagram,
      origin: { name, builtIn, handle, saved: isSaved ? parsed.diagram : undefined },
    }
  } catch {
    // Private windows may have no database. Then there is nothing to restore.
    return undefined
  }
}

/** Begins to watch. Gives a function that ends it. */
export function autosave(editor: Editor): () => void {
  let written = diagramOf(editor.state())
  let timer: ReturnType<typeof setTimeout> | undefined

  async function write() {
    clearTimeout(timer)
    timer = undefined
    const state = editor.state()
    const diagram = diagramOf(state)
    if (diagram === written) return
    written = diagram
    const { name, builtIn, handle, saved } = state.origin
    const kept: Kept = { text: serialise(diagram), name, builtIn, handle, isSaved: saved === diagram }
    try {
      await set(key, kept, database())
    } catch {
      // Without a database the document lives as long as the page; saving to a file still works.
    }
  }

  const stop = editor.store.subscribe((state) => {
    if (diagramOf(state) !== written) timer ??= setTimeout(() => void write(), delay)
  })
  const flush = () => void write()
  window.addEventListener('pagehide', flush)
  return () => {
    stop()
    clearTimeout(timer)
    window.removeEventListener('pagehide', flush)
  }
}
