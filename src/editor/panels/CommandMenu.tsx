// Commands in menus: the same lines in a drop-down and in a context menu.
import { ContextMenu, DropdownMenu } from 'radix-ui'
import { Check, ChevronRight } from 'lucide-react'
import { commandOf } from '../commands'
import { availability, runCommand } from '../commands/command'
import { reasonWords } from '../commands/reasons'
import { isMac, writeKeys } from '../commands/keys'
import { useEditor, useEditorState } from '../react'
import { useSay, type StringKey } from '../strings/language'

/** A command's id, a line between, a heading, or a menu of its own. */
export type MenuEntry =
  string | '-' | { readonly heading: StringKey } | { readonly menu: StringKey; readonly entries: readonly MenuEntry[] }
type Kind = 'dropdown' | 'context'

const parts = {
  dropdown: DropdownMenu,
  context: ContextMenu,
} as const

/** When a menu closes the focus goes back to where it was, but not away from what the menu has opened. */
export function keepFocus(event: Event) {
  if (document.activeElement?.closest('[role="dialog"], input, textarea')) event.preventDefault()
}

export function MenuEntries({ kind, entries }: { readonly kind: Kind; readonly entries: readonly MenuEntry[] }) {
  const say = useSay()
  const { Separator, Label } = parts[kind]
  return entries.map((entry, i) => {
    if (entry === '-') return <Separator key={i} className="menu-separator" />
    if (typeof entry === 'string') return <MenuCommand key={entry} kind={kind} id={entry} />
    if ('menu' in entry) return <SubMenu key={entry.menu} kind={kind} {...entry} />
    return (
      <Label key={entry.heading} className="menu-heading">
        {say(entry.heading)}
      </Label>
    )
  })
}

interface SubMenuProps {
  readonly kind: Kind
  readonly menu: StringKey
  readonly entries: readonly MenuEntry[]
}

function SubMenu({ kind, menu, entries }: SubMenuProps) {
  const say = useSay()
  const { Sub, SubTrigger, SubContent, Portal } = parts[kind]
  return (
    <Sub>
      <SubTrigger className="menu-item">
        <span className="menu-icon" />
        <span>{say(menu)}</span>
        <ChevronRight className="menu-more" size={14} aria-hidden="true" />
      </SubTrigger>
      <Portal>
        <SubContent className="menu" collisionPadding={8} sideOffset={2}>
          <MenuEntries kind={kind} entries={entries} />
        </SubContent>
      </Portal>
    </Sub>
  )
}

function MenuCommand({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const command = commandOf(id)
  const available = useEditorState((state) => availability(command, state))
  const isOn = useEditorState((state) => command.isOn?.(state))
  const reason = available === true ? undefined : reasonWords(editor.state(), available, say)
  const { Item } = parts[kind]
  const Icon = command.icon
  const keys = command.keys?.[0]
  return (
    <Item
      className="menu-item"
      aria-disabled={available !== true}
      data-off={available === true ? undefined : ''}
      title={reason}
      aria-description={reason}
      // What cannot be done says why when it is chosen all the same.
      onSelect={() => void (runCommand(editor, command) || (reason !== undefined && editor.notify({ text: reason })))}
    >
      <span className="menu-icon">
        {isOn ? <Check size={14} aria-hidden="true" /> : Icon && <Icon size={14} aria-hidden="true" />}
      </span>
      <span>{say(command.label)}</span>
      {isOn !== undefined && <span className="visually-hidden">{say(isOn ? 'menu.on' : 'menu.off')}</span>}
      {keys && <kbd>{writeKeys(keys, isMac)}</kbd>}
    </Item>
  )
}
