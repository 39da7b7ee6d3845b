// The edges for the hand and the keyboard: one transparent path each, above open containers and beneath all nodes.
// React Flow's own edges would need the handles of every node on the page.
import { ViewportPortal } from '@xyflow/react'
import { memo, type FocusEvent, type MouseEvent } from 'react'
import { roundedPolyline } from '../../../drawing/polyline'
import type { Editor } from '../../editor'
import { useEditor, useEditorState } from '../../react'
import { isFocusGiven } from './focus'
import type { RouteArea } from './toFlow'

export const RouteAreas = memo(function RouteAreas({ areas }: { readonly areas: readonly RouteArea[] }) {
  return (
    <ViewportPortal>
      <svg className="route-areas">
        {areas.map((area) => (
          <Area key={area.id} area={area} />
        ))}
      </svg>
    </ViewportPortal>
  )
})

function Area({ area: { id, label, points } }: { readonly area: RouteArea }) {
  const editor = useEditor()
  const isSelected = useEditorState(({ history }) => history.present.selection.includes(id))
  return (
    <path
      className="route-area"
      data-edge={id}
      d={roundedPolyline(points)}
      tabIndex={0}
      role="button"
      aria-label={label}
      aria-pressed={isSelected}
      onClick={(event) => press(editor, id, event)}
      onFocus={(event: FocusEvent<SVGPathElement>) => {
        if (!isFocusGiven() && event.target.matches(':focus-visible')) editor.select([id])
      }}
      onMouseEnter={() => hover(editor, id)}
      onMouseLeave={() => editor.setSession({ hovered: undefined })}
    />
  )
}

function press(editor: Editor, id: string, event: MouseEvent) {
  const { selection } = editor.state().history.present
  if (!event.shiftKey && !event.metaKey && !event.ctrlKey) editor.select([id])
  else editor.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id])
}

function hover(editor: Editor, id: string) {
  const { connecting, drag } = editor.state().session
  if (!connecting && !drag) editor.setSession({ hovered: id })
}
