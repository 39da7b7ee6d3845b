// Out to the clipboard of the machine: text that Frieze reads again, and pictures for slides and chats.
import { serialise } from '../../document/serialise'
import type { Fragment } from '../../document/fragment'
import { removeNodes } from '../../document/edit/nodes'
import { insideOf } from '../../document/place'
import type { Scene } from '../../scene/scene'
import type { Editor } from '../editor'
import { copyText } from '../files/copy'
import { diagramOf, documentLanguageOf } from '../state'
import { say } from '../strings/language'
import { selectedByGraph, selectionCut } from './fragments'
import { marked } from './hand'
import { scenePng, sceneSvg, selectionScene } from './pictures'
import type { TextFlavour } from './texts'

export interface Taken {
  readonly fragment: Fragment
  readonly text: string
  readonly scene: Scene | undefined
}

/** What is selected, ready to be written. */
export function take(editor: Editor): Taken | undefined {
  const state = editor.state()
  const fragment = selectionCut(state)
  if (!fragment) return undefined
  marked()
  return { fragment, text: serialise(fragment), scene: selectionScene(state) }
}

/** Takes the selection out of the diagram, and closes the gap. */
export function removeTaken(editor: Editor) {
  const [[path, ids] = ['', []]] = selectedByGraph(editor.state())
  const graph = insideOf(diagramOf(editor.state()), path)
  if (graph !== undefined) editor.edit((diagram) => removeNodes(diagram, graph, ids, { heal: true }), { select: [] })
}

export function announceCopied(editor: Editor, { fragment }: Taken) {
  editor.announce(say('announce.copied', { count: fragment.nodes.length }))
}

/** All forms at once, for whatever program pastes it. Says whether the browser took them. */
export async function writeAll(editor: Editor, { text, scene }: Taken): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write || !scene) return copyText(text)
  const png = scenePng(scene)
  const items: Record<string, Promise<Blob>> = {
    'text/plain': Promise.resolve(new Blob([text], { type: 'text/plain' })),
    'text/html': png.then((blob) => pictureHtml(blob, scene)),
    'image/png': png,
    ...(takes('image/svg+xml') && { 'image/svg+xml': svgBlob(editor, scene, text) }),
  }
  try {
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    return copyText(text)
  }
}

function takes(type: string): boolean {
  return ClipboardItem.supports?.(type) ?? false
}

function svgBlob(editor: Editor, scene: Scene, text: string): Promise<Blob> {
  const language = documentLanguageOf(editor.state())
  return sceneSvg(scene, language, text).then((svg) => new Blob([svg], { type: 'image/svg+xml' }))
}

/** What programs take that read no pictures, but pages. */
async function pictureHtml(png: Blob, { title, width, height }: Scene): Promise<Blob> {
  const image = document.createElement('img')
  image.alt = title
  image.width = width
  image.height = height
  image.src = await dataUrl(png)
  return new Blob([image.outerHTML], { type: 'text/html' })
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'))
    reader.readAsDataURL(blob)
  })
}

/** The picture alone, of the selection or of everything. */
export async function copyPicture(editor: Editor, kind: 'png' | 'svg') {
  const state = editor.state()
  const scene = selectionScene(state)
  if (!scene) return
  const document = serialise(selectionCut(state) ?? diagramOf(state))
  const isDone = kind === 'png' ? await writePng(scene) : await writeSvg(editor, scene, document)
  editor.notify(
    isDone
      ? { text: say('notice.copied', { format: kind.toUpperCase() }) }
      : { kind: 'problem', text: say('table.notCopied') },
  )
}

async function writePng(scene: Scene): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': scenePng(scene) })])
    return true
  } catch {
    return false
  }
}

/** As text too: drawing programs and editors of text read SVG from there. */
async function writeSvg(editor: Editor, scene: Scene, document: string): Promise<boolean> {
  const svg = await sceneSvg(scene, documentLanguageOf(editor.state()), document)
  try {
    const items: Record<string, Blob> = {
      'text/plain': new Blob([svg], { type: 'text/plain' }),
      ...(takes('image/svg+xml') && { 'image/svg+xml': new Blob([svg], { type: 'image/svg+xml' }) }),
    }
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    return copyText(svg)
  }
}

export async function copyAsText(editor: Editor, flavour: TextFlavour) {
  const state = editor.state()
  const isDone = await copyText(await flavour.write(selectionCut(state) ?? diagramOf(state)))
  editor.notify(
    isDone
      ? { text: say('notice.copied', { format: say(flavour.label) }) }
      : { kind: 'problem', text: say('table.notCopied') },
  )
}
