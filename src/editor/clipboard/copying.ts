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
  /** The place of the graph that it is of, and the nodes of it. */
  readonly graph: string
  readonly ids: readonly string[]
  readonly text: string
  readonly scene: Scene | undefined
}

/** What is selected, ready to be written. */
export function take(editor: Editor): Taken | undefined {
  const state = editor.state()
  const fragment = selectionCut(state)
  const [[path, ids] = ['', []]] = selectedByGraph(state)
  const graph = insideOf(diagramOf(state), path)
  if (!fragment || graph === undefined) return undefined
  marked()
  return { fragment, graph, ids, text: serialise(fragment), scene: selectionScene(state) }
}

/** Takes it out of the diagram, and closes the gap. */
export function removeTaken(editor: Editor, { graph, ids }: Taken) {
  editor.edit((diagram) => removeNodes(diagram, graph, ids, { heal: true }), { select: [] })
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

/** How a picture is copied: as drawing, as pixels, or as what Word and PowerPoint paste with its words for those who do not see. */
export const pictureForms = ['svg', 'png', 'office'] as const
export type PictureForm = (typeof pictureForms)[number]

/** The picture alone, of the selection or of everything. */
export async function copyPicture(editor: Editor, form: PictureForm) {
  const state = editor.state()
  const scene = selectionScene(state)
  if (scene) await copyScene(editor, scene, form, serialise(selectionCut(state) ?? diagramOf(state)))
}

/** `document`: the text that travels in an SVG. */
export async function copyScene(editor: Editor, scene: Scene, form: PictureForm, document: string) {
  const isDone = form === 'svg' ? await writeSvg(editor, scene, document) : await writePixels(scene, form === 'office')
  editor.notify(
    isDone
      ? { text: say('notice.copied', { format: form === 'office' ? 'Office' : form.toUpperCase() }) }
      : { kind: 'problem', text: say('table.notCopied') },
  )
}

async function writePixels(scene: Scene, withHtml: boolean): Promise<boolean> {
  const png = scenePng(scene)
  const html = withHtml && { 'text/html': png.then((blob) => pictureHtml(blob, scene)) }
  try {
    await navigator.clipboard.write([new ClipboardItem({ ...html, 'image/png': png })])
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
  const text = await flavour.write(editor.state())
  const isDone = text !== undefined && (await copyText(text))
  editor.notify(
    isDone
      ? { text: say('notice.copied', { format: flavour.form }) }
      : { kind: 'problem', text: say('table.notCopied') },
  )
}
