// Files out. Where the browser can, the file that was opened is written again; elsewhere it is a download.
import { fileSave } from 'browser-fs-access'
import { serialise } from '../../document/serialise'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { say } from '../strings/language'

export async function saveDocument(editor: Editor, { asNew = false }: { readonly asNew?: boolean } = {}) {
  const state = editor.state()
  const diagram = diagramOf(state)
  const { id, name, handle } = state.origin
  const blob = new Blob([serialise(diagram)], { type: 'application/json' })
  const saved = await write(blob, `${name}.frieze.json`, asNew ? undefined : handle).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    editor.notify({ kind: 'problem', text: say('problem.notSaved', { name, reason }) })
    return 'refused' as const
  })
  if (saved === 'cancelled' || saved === 'refused') return
  // While the file was chosen another document may have come: the file is none of its.
  if (editor.state().origin.id !== id)
    return editor.notify({ text: say('notice.saved', { name: saved?.name ?? name }) })
  editor.setOrigin({
    saved: diagram,
    ...(saved && { handle: saved, name: saved.name.replace(/(\.frieze)?\.json$/i, '') }),
  })
  editor.notify({ text: say('notice.saved', { name: saved?.name ?? `${name}.frieze.json` }) })
}

/** A picture goes where downloads go: nobody writes it a second time. */
export function download(blob: Blob, fileName: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function write(
  blob: Blob,
  fileName: string,
  handle?: FileSystemFileHandle,
): Promise<FileSystemFileHandle | 'cancelled' | null> {
  const extension = `.${fileName.split('.').at(-1)!}`
  try {
    return await fileSave(blob, { fileName, extensions: [extension], id: 'frieze' }, handle ?? null)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    throw error
  }
}
