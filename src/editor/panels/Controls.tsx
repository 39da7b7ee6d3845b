// Small parts that several panels share: a button of a command, a field that commits when it is left.
import { Tooltip } from 'radix-ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { commandOf } from '../commands'
import { availability, runCommand, type Command } from '../commands/command'
import { reasonWords } from '../commands/reasons'
import { isMac, writeKeys } from '../commands/keys'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'

/** The icon of a command, with its name, its keys and, where it cannot be done, the reason. */
export function CommandButton({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const editor = useEditor()
  const say = useSay()
  const command = commandOf(id)
  const available = useEditorState((state) => availability(command, state))
  const isOn = useEditorState((state) => command.isOn?.(state))
  const Icon = command.icon
  const keys = command.keys?.[0]
  const label = say(command.label)
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={`tool ${isOn ? 'is-on' : ''}`}
          aria-label={label}
          aria-pressed={isOn}
          aria-disabled={available !== true}
          onClick={() => runCommand(editor, command)}
        >
          {Icon && <Icon size={16} aria-hidden="true" />}
          {children}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6}>
          {command.detail ? <Detail command={command} /> : label}
          {keys && <kbd>{writeKeys(keys, isMac)}</kbd>}
          {available !== true && <span className="tooltip-reason">{reasonWords(editor.state(), available, say)}</span>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** On the page only while it is looked at: it may take a moment to tell. */
function Detail({ command }: { readonly command: Command }) {
  const say = useSay()
  return useEditorState((state) => command.detail?.(state, say)) ?? say(command.label)
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly isLong?: boolean
  readonly describedBy?: string
  readonly isWrong?: boolean
  /** While it is written, before it is left. */
  readonly onDraft?: (text: string) => void
  readonly onCommit: (text: string) => void
}

/** One undo step for what is written between coming and leaving. Escape leaves everything as it was. */
export function TextField({ label, value, isLong, describedBy, isWrong, onDraft, onCommit, ...rest }: TextFieldProps) {
  // The same twice: leaving the field has to know what was written before React has drawn it.
  const draft = useRef<string>(undefined)
  const [written, setWritten] = useState<string>()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const write = (text: string | undefined) => {
    draft.current = text
    setWritten(text)
  }
  const commit = () => {
    const text = draft.current
    write(undefined)
    if (text !== undefined && text !== value) onCommit(text)
  }
  // What was being written when the field goes (another node is selected) is not lost.
  const last = useRef(commit)
  useEffect(() => {
    last.current = commit
  })
  useEffect(() => () => last.current(), [])
  const Tag = isLong ? 'textarea' : 'input'
  return (
    <Tag
      ref={field}
      {...rest}
      className={isWrong ? 'is-wrong' : undefined}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      rows={isLong ? 3 : undefined}
      spellCheck={isLong ?? false}
      value={written ?? value}
      onChange={(event) => {
        write(event.target.value)
        onDraft?.(event.target.value)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !(isLong && event.shiftKey)) {
          event.preventDefault()
          commit()
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          write(undefined)
          onDraft?.(value)
          field.current?.blur()
        }
      }}
    />
  )
}

export function Row({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className="row">
      <span className="row-label" title={hint}>
        {label}
      </span>
      <div className="row-value">{children}</div>
    </div>
  )
}

interface LabelledProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string
  readonly result?: string
  readonly children: ReactNode
}

/** A field with its name above, what it comes to beside it and what is wrong with it beneath. */
export function Labelled({ label, hint, problem, result, children }: LabelledProps) {
  return (
    <div className="field" title={hint}>
      <span className="field-label">{label}</span>
      <div className="field-line">
        {children}
        {result && <output className="field-result">= {result}</output>}
      </div>
      {problem && (
        <p className="problem is-error" role="status">
          {problem}
        </p>
      )}
    </div>
  )
}
