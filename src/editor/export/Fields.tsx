// The fields of the export dialog: one of several, and yes or no.
import type { ReactNode } from 'react'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  /** Over both columns: what it says is long. */
  readonly isWide?: boolean
  readonly onChange: (value: string) => void
  /** Further options, in groups. */
  readonly children?: ReactNode
}

export function Choice({ label, value, options, isWide, onChange, children }: ChoiceProps) {
  return (
    <label className={`field ${isWide ? 'is-wide' : ''}`}>
      <span className="field-label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
        {children}
      </select>
    </label>
  )
}

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="field is-inline">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
