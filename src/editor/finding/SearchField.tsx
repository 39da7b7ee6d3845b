// Where one writes what one looks for. Enter goes from match to match, Escape leads back to the picture.
import { ChevronDown, ChevronUp, Search } from 'lucide-react'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { focusCanvas } from '../ways/steps'
import { goToMatch } from './go'
import { searchId } from './places'

export function SearchField({ count }: { readonly count: number }) {
  const editor = useEditor()
  const say = useSay()
  const search = useEditorState(({ session }) => session.search)
  const isLooking = search.trim() !== ''
  return (
    <div className="finder">
      <label className="search">
        <Search size={14} aria-hidden="true" />
        <input
          id={searchId}
          type="search"
          value={search}
          placeholder={say('find.search')}
          aria-label={say('find.search')}
          aria-describedby="find-count"
          onChange={(event) => editor.setSession({ search: event.target.value, found: undefined })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') goToMatch(editor, event.shiftKey ? -1 : 1)
            if (event.key === 'Escape') {
              event.preventDefault()
              if (search !== '') editor.setSession({ search: '', found: undefined })
              else focusCanvas(editor)
            }
          }}
        />
      </label>
      {isLooking && (
        <div className="find-line">
          <span id="find-count" className="hint" role="status">
            {count === 0 ? say('find.nothing', { search }) : say('find.count', { count })}
          </span>
          <button
            type="button"
            className="tool"
            aria-label={say('command.findPrevious')}
            aria-disabled={count === 0}
            onClick={() => goToMatch(editor, -1)}
          >
            <ChevronUp size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label={say('command.findNext')}
            aria-disabled={count === 0}
            onClick={() => goToMatch(editor, 1)}
          >
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  )
}
