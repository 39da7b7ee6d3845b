// A list near a place of the canvas, with a field to search in it: what fits, what to connect to.
import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import type { CSSProperties, ReactNode } from 'react'
import type { Point } from '../../shared/geometry'
import { rankOf } from './ranking'

interface AnchoredProps {
  readonly title: string
  readonly hint?: string
  readonly placeholder: string
  readonly empty: string
  /** On the page; absent: in its middle. */
  readonly at: Point | undefined
  readonly onClose: () => void
  readonly onHighlight?: (value: string) => void
  readonly children: ReactNode
}

export function Anchored({ title, hint, placeholder, empty, at, onClose, onHighlight, children }: AnchoredProps) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="clear-overlay" />
        <Dialog.Content
          className="dialog command-palette anchored"
          data-anchored={at !== undefined}
          style={at && ({ '--x': `${at.x}px`, '--y': `${at.y}px` } as CSSProperties)}
          aria-describedby={undefined}
        >
          <Dialog.Title className="anchored-title">
            {title}
            {hint && <small>{hint}</small>}
          </Dialog.Title>
          <Command loop label={title} filter={rankOf} onValueChange={onHighlight}>
            <Command.Input placeholder={placeholder} autoFocus />
            <Command.List>
              <Command.Empty>{empty}</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
