// What wares and ports are called. Pure.
import { blockOf } from '../../blocks'
import { kindWords } from '../../blocks/tensorWords'
import type { Kind } from '../../blocks/tensor'
import type { Language } from '../../shared/languages'
import { own } from '../../document/own'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import type { GraphNode, NodePort } from '../../graph/graph'
import { nodeAt } from '../../graph/walk'
import type { HandleRef } from '../canvas/edges/ends'
import type { EditorState } from '../state'
import type { Say } from '../strings/language'
import type { Ware } from './wares'

export interface WareWords {
  readonly label: string
  readonly about: string
  /** What it is found by. */
  readonly words: readonly string[]
}

/** `language`: of the interface; `document`: in which the document is read. */
export function wareWords(
  diagram: Pick<Diagram, 'modules'>,
  ware: Ware,
  language: Language,
  document: Language,
  say: Say,
): WareWords {
  if ('ready' in ware) {
    const [label, about] = [say(`ready.${ware.ready}`), say(`readyAbout.${ware.ready}`)]
    return { label, about, words: [label, about, ware.ready] }
  }
  if ('block' in ware) {
    const block = blockOf(ware.block)
    const [label, about] = [block?.label[language] ?? ware.block, block?.about[language] ?? '']
    // By its English name, too: that is what papers and code call it.
    return { label, about, words: [ware.block, block?.label.en ?? '', label, about] }
  }
  const module = own(diagram.modules, ware.module)
  const [label, about] = [words(module?.label, document) || ware.module, words(module?.note, document)]
  return { label, about, words: [ware.module, label, about] }
}

export function wareKey(ware: Ware): string {
  return JSON.stringify(ware)
}

export function kindsText(kinds: readonly Kind[], language: Language): string {
  return kinds.map((kind) => kindWords[kind][language]).join(', ')
}

export function drawnNode({ session }: EditorState, path: string): GraphNode | undefined {
  const graph = session.shown?.picture.graph
  return graph && nodeAt(graph, path)
}

/** The port of a drawn node; those of an open container are seen from inside, too. */
function drawnPort(state: EditorState, { path, kind, port }: HandleRef): NodePort | undefined {
  const node = drawnNode(state, path)
  const lists = { s: node?.outputs, t: node?.inputs, S: node?.inside?.inputs, T: node?.inside?.outputs }
  return lists[kind]?.find((each) => each.id === port)
}

/** `Text encoder · x`. */
export function portName(state: EditorState, ref: HandleRef): string {
  const port = drawnPort(state, ref)?.label ?? ref.port
  return `${drawnNode(state, ref.path)?.title ?? ref.path} · ${port}`
}
