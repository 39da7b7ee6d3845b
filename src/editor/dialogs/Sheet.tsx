// A dialog over the editor; Escape and a press beside it close it.
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useEditor, useEditorState } from '../react'
import type { Dialog as DialogName } from '../state'
import { useSay } from '../strings/language'

interface SheetProps {
  readonly name: DialogName
  readonly title: string
  readonly description?: string
  readonly className?: string
  readonly children: ReactNode
}

export function Sheet({ name, title, description, className = '', children }: SheetProps) {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === name)
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && editor.setSession({ dialog: undefined })}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content
          className={`dialog ${className}`}
          // The field that it was opened for has the focus first, else the sheet itself: a ring around its close button would be
          // the loudest thing on it.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (!(event.currentTarget instanceof HTMLElement)) return
            const field = event.currentTarget.querySelector<HTMLElement>('[data-first]')
            ;(field ?? event.currentTarget).focus()
          }}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close asChild>
              <button type="button" className="tool" aria-label={say('dialog.close')}>
                <X size={16} aria-hidden="true" />
              </button>
            </Dialog.Close>
          </div>
          {description !== undefined && <Dialog.Description className="hint">{description}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
