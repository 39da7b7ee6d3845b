// Files in: chosen, or dropped on the window. A file that cannot be read says why and leaves the open document alone.
import { fileOpen } from 'browser-fs-access'
import { fileTypes } from '../../importers/fileTypes'
import type { Editor } from '../editor'
import { loadBuiltIn } from '../diagrams'
import { say } from '../strings/language'

type ReadableFile = File & { readonly handle?: FileSystemFileHandle }

export async function chooseFile(editor: Editor) {
  const file = await pickFile()
  if (file) await openFile(editor, file)
}

/** Undefined where the person closed the dialog, which is an answer, too. */
export async function pickFile(): Promise<ReadableFile | undefined> {
  try {
    return await fileOpen({
      description: 'Frieze',
      mimeTypes: Object.values(fileTypes),
      extensions: Object.keys(fileTypes),
      id: 'frieze',
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

export async function openFile(editor: Editor, file: ReadableFile) {
  const refuse = (sentence: string) =>
    editor.setSession({
      dialog: 'refusal',
      refused: { name: file.name, problems: [{ path: 'document', sentence, severity: 'error' }] },
    })
  const { openBytes, largestFigure } = await import('./read')
  if (file.size > largestFigure) return refuse(say('problem.tooLarge'))
  const parsed = openBytes(new Uint8Array(await file.arrayBuffer()))
  if (!parsed.ok)
    return editor.setSession({ dialog: 'refusal', refused: { name: file.name, problems: parsed.problems } })
  const isJson = /\.json$/i.test(file.name)
  editor.open(parsed.diagram, { name: nameOf(file.name), ...(isJson && file.handle && { handle: file.handle }) })
  editor.setSession({ dialog: undefined })
  editor.notify({ text: say('notice.opened', { name: file.name }) })
}

/** `model.frieze.json` is called `model`. */
export function nameOf(file: string): string {
  const ending = Object.keys(fileTypes).find((each) => file.toLowerCase().endsWith(each)) ?? ''
  return file.slice(0, file.length - ending.length).replace(/\.frieze$/i, '') || 'diagram'
}

export async function openBuiltIn(editor: Editor, id: string) {
  const diagram = await loadBuiltIn(id)
  editor.open(diagram, { name: id, builtIn: id })
}
