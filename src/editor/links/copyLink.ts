// The open document as a link, on the clipboard.
import type { Linked } from '../../document/link/link'
import { here, linkAddress } from '../address'
import type { Editor } from '../editor'
import { copyText } from '../files/copy'
import { diagramOf } from '../state'
import { say } from '../strings/language'

/** Longer ones are cut by many a chat. */
const shortEnough = 2000

async function linkTo({ diagram, step }: Linked, builtIn: string | undefined): Promise<string> {
  const [{ encodeLink }, { basesOf }] = await Promise.all([import('./codec'), import('./bases')])
  const bases = builtIn === undefined ? [] : await basesOf(builtIn)
  const links = [encodeLink({ diagram, step }), ...bases.map((base) => encodeLink({ diagram, step }, base))]
  return linkAddress(
    here(),
    links.reduce((a, b) => (b.length < a.length ? b : a)),
  ).href
}

export async function copyLink(editor: Editor, step?: number) {
  const state = editor.state()
  const link = linkTo({ diagram: diagramOf(state), step }, state.origin.builtIn)
  if (!(await copyLater(link))) return editor.notify({ kind: 'problem', text: say('table.notCopied') })
  const count = (await link).length.toLocaleString(state.preferences.language)
  const isShort = (await link).length <= shortEnough
  editor.notify({ text: say(isShort ? 'link.copied' : 'link.copiedLong', { count }) })
}

/** Some browsers take only what was promised at the press itself. */
async function copyLater(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((each) => new Blob([each], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    return true
  } catch {
    return copyText(await text)
  }
}
