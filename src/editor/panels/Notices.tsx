// What the program has to say, briefly, with something to do about it; and what it says only aloud.
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useEditor, useEditorState } from '../react'
import type { Notice } from '../state'
import { useSay } from '../strings/language'

const times = { info: 4000, problem: 12_000 }

export function Notices() {
  const notices = useEditorState(({ session }) => session.notices)
  const announcement = useEditorState(({ session }) => session.announcement)
  return (
    <>
      <div className="notices" role="status" aria-live="polite">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const editor = useEditor()
  const say = useSay()
  useEffect(() => {
    if (notice.stays) return
    const timer = setTimeout(() => editor.dismiss(notice.id), times[notice.kind])
    return () => clearTimeout(timer)
  }, [editor, notice])
  return (
    <div className={`notice is-${notice.kind}`}>
      <p>{notice.text}</p>
      {notice.action && (
        <button
          type="button"
          className="button"
          onClick={() => {
            editor.dismiss(notice.id)
            notice.action!.run()
          }}
        >
          {notice.action.label}
        </button>
      )}
      <button type="button" className="tool" aria-label={say('dialog.close')} onClick={() => editor.dismiss(notice.id)}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
