// What is said beside the hand while it draws an edge or holds a node: why it cannot be let go here, or what to do for it.
import { ViewportPortal } from '@xyflow/react'
import type { Point } from '../../../shared/geometry'
import { useEditor, useEditorState } from '../../react'

/** In the picture, as large as ever on the screen. */
export function HandHint({
  at,
  says,
  isCalm,
}: {
  readonly at: Point
  readonly says: string
  readonly isCalm?: boolean
}) {
  const editor = useEditor()
  const zoom = editor.camera?.view().zoom ?? 1
  return (
    <ViewportPortal>
      <div
        className={isCalm ? 'hand-hint is-calm' : 'hand-hint'}
        role="tooltip"
        style={{ transform: `translate(${at.x + 14 / zoom}px, ${at.y + 14 / zoom}px) scale(${1 / zoom})` }}
      >
        {says}
      </div>
    </ViewportPortal>
  )
}

/** Of the edge under what the hand holds. */
export function SpliceHint() {
  const splice = useEditorState(({ session }) => session.splice)
  if (!splice?.says) return null
  return <HandHint at={splice.at} says={splice.says} isCalm={splice.waits} />
}
