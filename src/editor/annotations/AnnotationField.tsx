// Words of a text or a frame being written, in place: Enter ends it, with Shift it begins another line.
import { ViewportPortal } from '@xyflow/react'
import { focusWhenThere } from '../canvas/areas/focus'
import { useInPlace } from '../canvas/useInPlace'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { finishWriting, wordsBefore } from './writing'

export function AnnotationField() {
  const writing = useEditorState(({ session }) => session.writing)
  if (!writing) return null
  const { x, y, width, height } = writing.box
  return (
    <ViewportPortal>
      <div
        className="rename is-annotation"
        style={{
          transform: `translate(${x - 6}px, ${y - 5}px)`,
          width: Math.max(220, width + 24),
          minHeight: height + 10,
        }}
      >
        <Field key={writing.id ?? 'new'} />
      </div>
    </ViewportPortal>
  )
}

function Field() {
  const editor = useEditor()
  const say = useSay()
  const field = useInPlace<HTMLTextAreaElement>(
    (text) => {
      const { writing } = editor.state().session
      finishWriting(editor, text)
      const id = writing?.id ?? editor.state().history.present.selection.at(-1)
      if (id !== undefined && text !== undefined) focusWhenThere(editor, id)
    },
    { hasLines: true },
  )

  return (
    <textarea
      {...field}
      className="rename-field annotation-field nodrag nopan nowheel"
      aria-label={say('annotations.words')}
      placeholder={say('annotations.words')}
      rows={1}
      defaultValue={wordsBefore(editor)}
    />
  )
}
