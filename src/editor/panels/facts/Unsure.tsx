// What the numbers of a node rest on that the literature does not say for sure, and how it is known.
import type { Language } from '../../../document/schema'
import type { Analysis } from '../../../semantics/analyse'
import { doubtName, doubtNote, type Doubt } from '../../../semantics/doubts'
import { useSay } from '../../strings/language'

interface UnsureProps {
  readonly analysis: Analysis
  readonly doubts: readonly Doubt[]
  readonly language: Language
}

export function Unsure({ analysis, doubts, language }: UnsureProps) {
  const say = useSay()
  if (doubts.length === 0) return null
  return (
    <section>
      <h3>{say('facts.unsure')}</h3>
      <ul className="sources">
        {doubts.map((doubt) => {
          const name = doubtName(analysis, doubt, language)
          return (
            <li key={`${doubt.of} ${doubt.name}`}>
              {doubt.of === 'symbol' ? <code>{name}</code> : name} {doubtNote(analysis, doubt, language)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
