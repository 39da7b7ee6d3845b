// Texts and frames for the hand and the keyboard: transparent, over the painted picture.
import { ViewportPortal } from '@xyflow/react'
import { useId, useMemo, useRef, type MouseEvent, type PointerEvent } from 'react'
import type { Graph } from '../../graph/graph'
import { annotationId, placeAnnotations, type PlacedFrame } from '../../layout/annotations'
import type { Box } from '../../shared/geometry'
import type { Editor } from '../editor'
import { useEditor, useEditorState, useShown } from '../react'
import { useSay } from '../strings/language'
import { beginWriting, moveTexts } from './writing'

interface Titled {
  readonly id: string
  readonly title: string
}

export function AnnotationAreas() {
  const shown = useShown()
  const annotations = useMemo(() => {
    if (!shown) return { texts: [], frames: [] }
    const { graph, layout } = shown.picture
    const placed = placeAnnotations(graph, layout)
    const { texts, frames } = titlesIn(graph)
    return {
      texts: texts.flatMap((each) => {
        const box = placed.texts.get(each.id)
        return box ? [{ ...each, box }] : []
      }),
      frames: frames.flatMap((each) => {
        const frame = placed.frames.get(each.id)
        return frame ? [{ ...each, frame }] : []
      }),
    }
  }, [shown])
  if (annotations.texts.length + annotations.frames.length === 0) return null
  return (
    <ViewportPortal>
      <svg className="route-areas annotation-frames">
        {annotations.frames.map((each) => (
          <FrameArea key={each.id} {...each} />
        ))}
      </svg>
      {annotations.texts.map((each) => (
        <TextArea key={each.id} {...each} />
      ))}
    </ViewportPortal>
  )
}

function titlesIn(root: Graph): { texts: Titled[]; frames: Titled[] } {
  const texts: Titled[] = []
  const frames: Titled[] = []
  const visit = (graph: Graph, path: string) => {
    for (const { id, title } of graph.texts ?? []) texts.push({ id: annotationId(path, 'text', id), title })
    for (const { id, title } of graph.frames ?? []) frames.push({ id: annotationId(path, 'frame', id), title })
    for (const node of graph.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(root, '')
  return { texts, frames }
}

function TextArea({ id, title, box }: Titled & { readonly box: Box }) {
  const editor = useEditor()
  const say = useSay()
  const isSelected = useEditorState(({ history }) => history.present.selection.includes(id))
  const by = useEditorState(({ session }) =>
    session.annotationDrag?.id === id ? session.annotationDrag.by : undefined,
  )
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const { x, y, width, height } = box

  function wayTo(event: PointerEvent) {
    const zoom = editor.camera?.view().zoom ?? 1
    return { x: (event.clientX - start.current!.x) / zoom, y: (event.clientY - start.current!.y) / zoom }
  }

  return (
    <button
      type="button"
      className={`annotation-area nodrag nopan ${isSelected ? 'is-selected' : ''}`}
      data-annotation={id}
      style={{ transform: `translate(${x + (by?.x ?? 0)}px, ${y + (by?.y ?? 0)}px)`, width, height }}
      aria-label={say('annotations.textCalled', { title })}
      aria-pressed={isSelected}
      {...common(editor, id)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        start.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!start.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        const way = wayTo(event)
        const isFar = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) > 3
        if (isFar || editor.state().session.annotationDrag?.id === id)
          editor.setSession({ annotationDrag: { id, by: way } })
      }}
      onPointerUp={(event) => {
        const { annotationDrag } = editor.state().session
        start.current = undefined
        // Another text's drag may still wait for its picture.
        if (annotationDrag?.id !== id) return press(editor, id, event)
        moveTexts(editor, [id], annotationDrag.by)
      }}
      onPointerCancel={() => {
        start.current = undefined
        editor.setSession({ annotationDrag: undefined })
      }}
      onClick={(event) => {
        // By keyboard; a pointer has been heard already.
        if (event.detail === 0) press(editor, id, event)
      }}
    />
  )
}

function FrameArea({ id, title, frame: { pieces, heading } }: Titled & { readonly frame: PlacedFrame }) {
  const editor = useEditor()
  const say = useSay()
  const isSelected = useEditorState(({ history }) => history.present.selection.includes(id))
  const mask = useId()
  return (
    <g
      className={`annotation-frame ${isSelected ? 'is-selected' : ''}`}
      data-annotation={id}
      tabIndex={0}
      role="button"
      aria-label={title ? say('annotations.frameCalled', { title }) : say('annotations.frame')}
      aria-pressed={isSelected}
      {...common(editor, id)}
      onClick={(event) => press(editor, id, event)}
    >
      {/* The line that shows it selected leaves its heading free, as the painted one does. */}
      {heading && (
        <mask id={mask} maskUnits="userSpaceOnUse" x="-1000000" y="-1000000" width="2000000" height="2000000">
          <rect x="-1000000" y="-1000000" width="2000000" height="2000000" fill="white" />
          <rect {...heading} fill="black" />
        </mask>
      )}
      <g mask={heading && `url(#${mask})`}>
        {pieces.map((piece, i) => (
          <rect key={i} {...piece} rx={14} className="annotation-piece" />
        ))}
      </g>
      {heading && <rect {...heading} className="annotation-heading" />}
    </g>
  )
}

function common(editor: Editor, id: string) {
  return {
    onDoubleClick: (event: MouseEvent) => {
      event.stopPropagation()
      beginWriting(editor, id)
    },
    onFocus: (event: { readonly target: Element }) => {
      if (event.target.matches(':focus-visible')) editor.select([id])
    },
  }
}

function press(editor: Editor, id: string, event: MouseEvent | PointerEvent) {
  const { selection } = editor.state().history.present
  if (!event.shiftKey && !event.metaKey && !event.ctrlKey) editor.select([id])
  else editor.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id])
}
