// A file that could not be read: every reason, with its place. The open document is as it was.
import { tellOf } from '../../shared/message'
import { useEditorState, useLanguage } from '../react'
import { useSay } from '../strings/language'
import { Sheet } from './Sheet'

export function Refusal() {
  const say = useSay()
  const language = useLanguage()
  const refused = useEditorState(({ session }) => session.refused)
  return (
    <Sheet
      name="refusal"
      title={say('refusal.title', { name: refused?.name ?? '' })}
      description={say('refusal.untouched')}
      className="refusal"
    >
      <ul className="refusal-list">
        {refused?.problems.map((problem) => (
          <li key={`${problem.path} ${problem.sentence}`} className={`is-${problem.severity}`}>
            <code>{problem.path}</code>
            <span>{tellOf(problem, language)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
