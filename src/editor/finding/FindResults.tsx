// What was found, best first: what it is called, where it lies, and what of it holds the words.
import type { ReactNode } from 'react'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { goToTarget, idOfTarget } from './go'
import type { Match } from './search'

/** More are not read by anybody: another word finds them sooner. */
const most = 200

export function FindResults({ matches, search }: { readonly matches: readonly Match[]; readonly search: string }) {
  const say = useSay()
  return (
    <div className="panel-scroll find-results">
      <ul>
        {matches.slice(0, most).map((match) => (
          <li key={idOfTarget(match.target)}>
            <Result match={match} />
          </li>
        ))}
      </ul>
      {matches.length > most && <p className="hint">{say('drawer.more', { count: matches.length - most })}</p>}
      {matches.length === 0 && <p className="hint">{say('find.nothing', { search })}</p>}
    </div>
  )
}

function Result({ match }: { readonly match: Match }) {
  const editor = useEditor()
  const say = useSay()
  const isHere = useEditorState(({ session }) => session.found === idOfTarget(match.target))
  const { title, where, field, text, marks } = match
  const isInTitle = field === 'title' && text === title
  return (
    <button
      type="button"
      className={`find-result ${isHere ? 'is-here' : ''}`}
      aria-current={isHere || undefined}
      ref={(element) => {
        if (isHere) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={() => goToTarget(editor, match.target)}
    >
      <b>{isInTitle ? marked(text, marks) : title}</b>
      {!isInTitle && (
        <span className="find-text">
          <span className="hint">{say(`find.${field}`)}</span> {marked(text, marks)}
        </span>
      )}
      {where.length > 0 && <small className="hint">{where.join(' › ')}</small>}
    </button>
  )
}

function marked(text: string, marks: Match['marks']): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at)]
}
