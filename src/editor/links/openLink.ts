// A link becomes the open document. One that is broken says so and opens nothing.
import { say as words } from '../../document/words'
import type { Diagram } from '../../document/schema'
import type { Editor, NewOrigin } from '../editor'
import { say } from '../strings/language'
import { readLink, type ReadLink } from './readLink'

/** False for a text that is no link. */
export async function openLink(editor: Editor, text: string): Promise<boolean> {
  const read = await readLink(text)
  if (!read) return false
  if (read.ok) {
    editor.open(read.diagram, linkOrigin(read))
    editor.setSession({ dialog: undefined })
  }
  sayLinked(editor, read)
  return true
}

/** The document is open, or nothing is. */
export function sayLinked(editor: Editor, read: ReadLink) {
  if (!read.ok) return refuseLink(editor, read)
  const { diagram, step } = read
  if (step !== undefined) editor.setSession({ talk: { index: step } })
  const { language } = editor.state().preferences
  editor.notify({ text: say('notice.opened', { name: words(diagram.about.title, language) }) })
}

export function refuseLink(editor: Editor, { problems }: Extract<ReadLink, { ok: false }>) {
  editor.setSession({ dialog: 'refusal', refused: { name: say('link.name'), problems } })
}

/** It is in no file of this machine. */
export function linkOrigin({ diagram, builtIn }: Extract<ReadLink, { ok: true }>): NewOrigin {
  return { name: fileNameOf(diagram), ...(builtIn !== undefined && { builtIn }), saved: undefined }
}

/** `My CLIP` is called `my-clip`. */
export function fileNameOf({ about }: Diagram): string {
  const title = words(about.title, 'en').toLowerCase()
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'diagram'
  )
}
