// Small parts of the settings: a line that can be taken away, a field to add another.
import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { TextField } from '../panels/Controls'
import { useSay } from '../strings/language'

interface RemoveProps {
  /** What goes. */
  readonly name: string
  /** Why it cannot. */
  readonly reason?: string
  readonly onRemove: () => void
}

export function Remove({ name, reason, onRemove }: RemoveProps) {
  const say = useSay()
  return (
    <button
      type="button"
      className="tool"
      aria-label={say('settings.remove', { name })}
      aria-disabled={reason !== undefined}
      title={reason ?? say('settings.remove', { name })}
      onClick={() => reason === undefined && onRemove()}
    >
      <Trash2 size={14} aria-hidden="true" />
    </button>
  )
}

interface AddProps {
  readonly label: string
  readonly placeholder?: string
  /** Why it cannot be called so, in a sentence. */
  readonly judge?: (text: string) => string | undefined
  /** It has the focus when its sheet opens. */
  readonly isFirst?: boolean
  readonly onAdd: (text: string) => void
}

/** A name, and Enter. */
export function Add({ label, placeholder, judge, isFirst, onAdd }: AddProps) {
  const [text, setText] = useState('')
  const trimmed = text.trim()
  const problem = trimmed === '' ? undefined : judge?.(trimmed)
  const add = () => {
    if (trimmed === '' || problem !== undefined) return
    onAdd(trimmed)
    setText('')
  }
  return (
    <form
      className="settings-add"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="field-line">
        <input
          aria-label={label}
          data-first={isFirst || undefined}
          placeholder={placeholder ?? label}
          value={text}
          aria-invalid={problem !== undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button is-small" disabled={trimmed === '' || problem !== undefined}>
          <Plus size={13} aria-hidden="true" />
          {label}
        </button>
      </div>
      {problem && <p className="problem is-error">{problem}</p>}
    </form>
  )
}

export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      {children}
    </div>
  )
}

interface WordsProps {
  readonly label: string
  readonly value: string
  readonly isLong?: boolean
  readonly onCommit: (text: string) => void
}

export function WordsField({ label, value, isLong, onCommit }: WordsProps) {
  return (
    <Field label={label}>
      <TextField label={label} value={value} isLong={isLong} onCommit={onCommit} />
    </Field>
  )
}
