// Commands in menus: the same lines in a drop-down and in a context menu.
import { ContextMenu, DropdownMenu } from 'radix-ui'
import { Check } from 'lucide-react'
import { commandOf } from '../commands'
import { availability, runCommand } from '../commands/command'
import { isMac, writeKeys } from '../commands/keys'
import { useEditor, useEditorState } from '../react'
import { useSay, type StringKey } from '../strings/language'

/** A command's id, a line between, or a heading. */
export type MenuEntry = string | '-' | { readonly heading: StringKey }
type Kind = 'dropdown' | 'context'

const parts = {
  dropdown: { Item: DropdownMenu.Item, Separator: DropdownMenu.Separator, Label: DropdownMenu.Label },
  context: { Item: ContextMenu.Item, Separator: ContextMenu.Separator, Label: ContextMenu.Label },
} as const

export function MenuEntries({ kind, entries }: { readonly kind: Kind; readonly entries: readonly MenuEntry[] }) {
  const say = useSay()
  const { Separator, Label } = parts[kind]
  return entries.map((entry, i) => {
    if (entry === '-') return <Separator key={i} className="menu-separator" />
    if (typeof entry === 'string') return <MenuCommand key={entry} kind={kind} id={entry} />
    return (
      <Label key={entry.heading} className="menu-heading">
        {say(entry.heading)}
      </Label>
    )
  })
}

function MenuCommand({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const command = commandOf(id)
  const available = useEditorState((state) => availability(command, state))
  const isOn = useEditorState((state) => command.isOn?.(state))
  const { Item } = parts[kind]
  const Icon = command.icon
  const keys = command.keys?.[0]
  return (
    <Item
      className="menu-item"
      disabled={available !== true}
      title={available === true ? undefined : say(available)}
      onSelect={() => runCommand(editor, command)}
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
