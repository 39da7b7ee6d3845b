// Texts and frames among what is selected. Their ids are like those of edges, without the arrow; see `noteId`.
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram, Frame, FreeText } from '../../document/schema'
import type { EditorState } from '../state'

export interface NoteRef {
  /** The path of the graph that shows it. */
  readonly path: string
  readonly kind: 'text' | 'frame'
  readonly id: string
}

export function noteRef(selected: string): NoteRef | undefined {
  const [path = '', rest = ''] = selected.split('#')
  const match = /^(text|frame):([^>]+)$/.exec(rest)
  return match ? { path, kind: match[1] as NoteRef['kind'], id: match[2]! } : undefined
}

export function isNote(selected: string): boolean {
  return noteRef(selected) !== undefined
}

export function selectedNotes({ history }: Pick<EditorState, 'history'>): readonly string[] {
  return history.present.selection.filter(isNote)
}

export type Noted =
  | { readonly kind: 'text'; readonly graph: string; readonly note: FreeText }
  | { readonly kind: 'frame'; readonly graph: string; readonly note: Frame }

/** As it is written in the document, and in which graph. */
export function notedAt(diagram: Diagram, selected: string): Noted | undefined {
  const ref = noteRef(selected)
  const graph = ref && insideOf(diagram, ref.path)
  const body = graph === undefined ? undefined : bodyAt(diagram, graph)
  if (!ref || graph === undefined || !body) return undefined
  if (ref.kind === 'text') {
    const note = body.texts?.find((each) => each.id === ref.id)
    return note && { kind: 'text', graph, note }
  }
  const note = body.frames?.find((each) => each.id === ref.id)
  return note && { kind: 'frame', graph, note }
}
