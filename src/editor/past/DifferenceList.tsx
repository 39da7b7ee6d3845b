// What differs between two states of a document, thing by thing.
import { useMemo } from 'react'
import { isEmpty, type Difference } from '../../document/difference'
import type { Diagram } from '../../document/schema'
import { useEditorState } from '../react'
import { useSay } from '../strings/language'
import { differenceLines } from './differenceLines'

interface DifferenceListProps {
  readonly before: Diagram
  readonly after: Diagram
  readonly difference: Difference
}

const most = 200

export function DifferenceList({ before, after, difference }: DifferenceListProps) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const lines = useMemo(
    () => differenceLines({ before, after, difference }, language, say),
    [before, after, difference, language, say],
  )
  if (isEmpty(difference)) return <p className="hint">{say('versions.same')}</p>
  return (
    <ul className="difference" data-testid="difference">
      {lines.slice(0, most).map(({ key, kind, name, what }) => (
        <li key={key} className={`difference-${kind}`}>
          <span
            className="difference-sign"
            role="img"
            aria-label={say(`changes.${kind}`)}
            title={say(`changes.${kind}`)}
          >
            {signs[kind]}
          </span>
          <b>{name}</b>
          {what && <span>{what}</span>}
        </li>
      ))}
      {lines.length > most && <li className="hint">{say('drawer.more', { count: lines.length - most })}</li>}
    </ul>
  )
}

const signs = { added: '+', removed: '−', changed: '~' }
