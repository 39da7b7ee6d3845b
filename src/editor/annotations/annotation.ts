// Texts and frames among what is selected. Their ids are like those of edges, without the arrow; see `annotationId`.
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram, Frame, FreeText } from '../../document/schema'
import type { EditorState } from '../state'

export interface AnnotationRef {
  /** The path of the graph that shows it. */
  readonly path: string
  readonly kind: 'text' | 'frame'
  readonly id: string
}

export function annotationRef(selected: string): AnnotationRef | undefined {
  const [path = '', rest = ''] = selected.split('#')
  const match = /^(text|frame):([^>]+)$/.exec(rest)
  return match ? { path, kind: match[1] as AnnotationRef['kind'], id: match[2]! } : undefined
}

export function isAnnotation(selected: string): boolean {
  return annotationRef(selected) !== undefined
}

export function selectedAnnotations({ history }: Pick<EditorState, 'history'>): readonly string[] {
  return history.present.selection.filter(isAnnotation)
}

export type Annotation =
  | { readonly kind: 'text'; readonly graph: string; readonly content: FreeText }
  | { readonly kind: 'frame'; readonly graph: string; readonly content: Frame }

/** As it is written in the document, and in which graph. */
export function annotationAt(diagram: Diagram, selected: string): Annotation | undefined {
  const ref = annotationRef(selected)
  const graph = ref && insideOf(diagram, ref.path)
  const body = graph === undefined ? undefined : bodyAt(diagram, graph)
  if (!ref || graph === undefined || !body) return undefined
  if (ref.kind === 'text') {
    const content = body.texts?.find((each) => each.id === ref.id)
    return content && { kind: 'text', graph, content }
  }
  const content = body.frames?.find((each) => each.id === ref.id)
  return content && { kind: 'frame', graph, content }
}
