// Which of the numbers that a node is made of the literature does not say for sure.
import { own } from '../../../document/own'
import type { Diagram, DiagramSymbol, Language } from '../../../document/schema'
import { say as words } from '../../../document/words'
import type { TreeNode } from '../../../semantics/tree'
import { symbolsOf } from '../../../shared/dimension'
import { useSay } from '../../strings/language'

interface UnsureProps {
  readonly diagram: Diagram
  /** The node in the symbolic reading. */
  readonly named: TreeNode | undefined
  readonly language: Language
}

export function Unsure({ diagram, named, language }: UnsureProps) {
  const say = useSay()
  const found = [...namesIn(named)].flatMap((name) => {
    const symbol = own(diagram.symbols, name)
    return isUnsure(symbol) ? [{ name, note: words(symbol.note, language) || words(symbol.label, language) }] : []
  })
  if (found.length === 0) return null
  return (
    <section>
      <h3>{say('facts.unsure')}</h3>
      <ul className="sources">
        {found.map(({ name, note }) => (
          <li key={name}>
            <code>{name}</code> {note}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function isUnsure(symbol: DiagramSymbol | undefined): symbol is Exclude<DiagramSymbol, string | number> {
  return typeof symbol === 'object' && symbol.unsure === true
}

function namesIn(item: TreeNode | undefined): ReadonlySet<string> {
  const names = new Set<string>()
  if (!item) return names
  const { inputs, outputs, weights, repetition } = item.inference
  const tensors = [...Object.values(inputs), ...Object.values(outputs), ...weights]
  const sizes = tensors.flatMap((tensor) => tensor?.shape ?? [])
  for (const size of repetition ? [...sizes, repetition.count] : sizes)
    for (const name of symbolsOf(size)) names.add(name)
  return names
}
