// A button with a menu of commands behind it.
import { DropdownMenu, Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { keepFocus, MenuEntries, type MenuEntry } from './CommandMenu'

interface CommandMenuProps {
  readonly entries: readonly MenuEntry[]
  readonly label: string
  readonly children: ReactNode
}

export function CommandMenu({ entries, label, children }: CommandMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <DropdownMenu.Trigger asChild>
            <button type="button" className="tool" aria-label={label}>
              {children}
            </button>
          </DropdownMenu.Trigger>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tooltip" sideOffset={6}>
            {label}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={keepFocus}
        >
          <MenuEntries kind="dropdown" entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
