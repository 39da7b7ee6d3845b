// Says what stands out while the rest steps back, and ends it.
import { X } from 'lucide-react'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { spotlightOf } from './spotlight'

export function SpotlightBanner() {
  const editor = useEditor()
  const say = useSay()
  const kind = useEditorState(({ session }) => session.spotlight)
  const light = useEditorState(spotlightOf)
  if (!kind) return null
  return (
    <div className="spotlight-banner" role="status">
      {light ? (
        <>
          <span className="spotlight-part is-before">
            {say(`spotlight.${kind}Before`, { count: light.upstream.nodes.size })}
          </span>
          <span className="spotlight-part is-after">
            {say(`spotlight.${kind}After`, { count: light.downstream.nodes.size })}
          </span>
        </>
      ) : (
        <span>{say('spotlight.select')}</span>
      )}
      <button
        type="button"
        className="tool"
        aria-label={say('spotlight.end')}
        onClick={() => editor.setSession({ spotlight: undefined })}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
