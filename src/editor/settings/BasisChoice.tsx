// How a fact is known, to choose: read at its source, counted, from memory, not at all.
import { basisName } from '../../document/basis'
import { bases, type Basis } from '../../document/schema'
import { useEditorState } from '../react'
import { documentLanguageOf } from '../state'
import { useSay } from '../strings/language'

interface BasisProps {
  /** What it is about, for those who cannot see where it stands. */
  readonly of: string
  readonly value: Basis | undefined
  readonly onChoose: (basis: Basis | undefined) => void
}

export function BasisChoice({ of, value, onChoose }: BasisProps) {
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  return (
    <select
      aria-label={`${say('settings.basis')}, ${of}`}
      value={value ?? ''}
      onChange={({ target }) => onChoose(bases.find((basis) => basis === target.value))}
    >
      <option value="">{say('settings.basisUnsaid')}</option>
      {bases.map((basis) => (
        <option key={basis} value={basis}>
          {basisName(basis, language)}
        </option>
      ))}
    </select>
  )
}
