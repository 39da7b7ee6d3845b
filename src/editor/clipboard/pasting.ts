// In from the clipboard: whatever holds a Frieze document, from wherever it was copied. All goes through the parser of files.
import { fragmentOf } from '../../document/fragment'
import { largestFile } from '../../document/json'
import { edgeInto, setEdge } from '../../document/edit/edges'
import { changedWords, setLabel } from '../../document/edit/words'
import { insideOf, placeOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'
import { openFile } from '../files/open'
import { refuseLink } from '../links/openLink'
import { readLink } from '../links/readLink'
import { selectedEdges, selectedNodes, writingOf } from '../state'
import { say } from '../strings/language'
import { asFragment, put, whereTo } from './fragments'
import { chosenPlace } from './hand'
import { edgeIdParts } from '../../shared/edgeId'

/** What a clipboard holds. */
export interface Pasted {
  readonly text: string
  readonly html: string
  readonly files: readonly File[]
}

/** `hand`: where in the picture, if a person said so. */
export async function paste(editor: Editor, { text, html, files }: Pasted, hand = chosenPlace(editor)) {
  const link = await readLink(text)
  if (link) return link.ok ? arrive(editor, link.diagram, hand) : refuseLink(editor, link)
  const { openText } = await import('../files/read')
  for (const each of [text, svgIn(html)]) {
    if (!couldBeDocument(each)) continue
    const parsed = openText(each)
    if (parsed.ok) return arrive(editor, parsed.diagram, hand)
    return editor.setSession({
      dialog: 'refusal',
      refused: { name: say('clipboard.name'), problems: parsed.problems },
    })
  }
  const [file] = files
  if (file) return openFile(editor, file)
  editor.notify({ kind: 'problem', text: say(text.trim() === '' ? 'clipboard.empty' : 'clipboard.unknown') })
}

/** JSON, or SVG that may carry a document. */
function couldBeDocument(text: string): boolean {
  return text.length <= largestFile && /^\s*(\{|<svg|<\?xml)/i.test(text)
}

/** The SVG in a copied page. It is read as text and never becomes part of this page. */
function svgIn(html: string): string {
  const start = html.search(/<svg[\s>]/i)
  const stop = html.toLowerCase().lastIndexOf('</svg>')
  return start < 0 || stop < start ? '' : html.slice(start, stop + 6)
}

/** A part of a diagram is put in; about a whole one the person is asked. */
function arrive(editor: Editor, diagram: Diagram, hand: Point | undefined) {
  if (fragmentOf(diagram)) return insertHere(editor, diagram, hand)
  editor.setSession({ dialog: 'arrival', arrived: { diagram, hand } })
}

export function insertHere(editor: Editor, diagram: Diagram, hand: Point | undefined) {
  const fragment = asFragment(diagram)
  const problem = put(editor, fragment, whereTo(editor.state(), fragment, hand))
  if (problem !== undefined) editor.notify({ kind: 'problem', text: problem })
  else editor.announce(say('announce.pasted', { count: fragment.nodes.length }))
}

const longest = 500

/** The text itself becomes the label of what is selected. */
export function pasteText(editor: Editor, text: string) {
  const label = text.trim().replace(/\s+/g, ' ').slice(0, longest)
  if (label === '') return
  const state = editor.state()
  const writing = writingOf(state)
  const [nodes, edges] = [selectedNodes(state), selectedEdges(state)]
  if (nodes.length + edges.length === 0) return editor.notify({ kind: 'problem', text: say('reason.selectNode') })
  editor.edit((diagram) => {
    const named = nodes.reduce((each, path) => {
      const place = placeOf(each, path)
      return place === undefined ? each : setLabel(each, place, label, writing)
    }, diagram)
    return edges.reduce((each, id) => {
      const { path, to } = edgeIdParts(id)
      const place = insideOf(each, path)
      const edge = place === undefined ? undefined : edgeInto(each, place, to)
      return edge ? setEdge(each, place!, to, { label: changedWords(edge.label, label, writing) }) : each
    }, named)
  })
}

/** By command and not by key: the browser has to be asked. */
export async function pasteByCommand(editor: Editor) {
  const hand = editor.state().session.menuAt ?? chosenPlace(editor)
  let pasted: Pasted
  try {
    pasted = await readClipboard()
  } catch {
    return editor.notify({ kind: 'problem', text: say('clipboard.denied') })
  }
  await paste(editor, pasted, hand)
}

async function readClipboard(): Promise<Pasted> {
  const text = await navigator.clipboard.readText()
  if (text !== '') return { text, html: '', files: [] }
  const [item] = await navigator.clipboard.read()
  const html = item?.types.includes('text/html') ? await (await item.getType('text/html')).text() : ''
  return { text, html, files: [] }
}
