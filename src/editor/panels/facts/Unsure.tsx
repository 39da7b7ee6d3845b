// Which of the numbers that a node is made of the literature does not say for sure.
import { own } from '../../../document/own'
import type { Diagram, Language } from '../../../document/schema'
import { say as words } from '../../../document/words'
import { isUnsure } from '../../../semantics/unsure'
import { useSay } from '../../strings/language'

interface UnsureProps {
  readonly diagram: Diagram
  /** Of symbols. */
  readonly names: readonly string[]
  readonly language: Language
}

export function Unsure({ diagram, names, language }: UnsureProps) {
  const say = useSay()
  if (names.length === 0) return null
  return (
    <section>
      <h3>{say('facts.unsure')}</h3>
      <ul className="sources">
        {names.map((name) => {
          const symbol = own(diagram.symbols, name)
          const note = isUnsure(symbol) && (words(symbol.note, language) || words(symbol.label, language))
          return (
            <li key={name}>
              <code>{name}</code> {note}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
