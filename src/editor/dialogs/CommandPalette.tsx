// Every command by name.
import { Command } from 'cmdk'
import { commands } from '../commands'
import { reasonWords } from '../commands/reasons'
import { availability, runCommand } from '../commands/command'
import { isMac, writeKeys } from '../commands/keys'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'

export function CommandPalette() {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'commands')
  if (!isOpen) return null
  const state = editor.state()
  const listed = commands.filter((command) => command.id !== 'commandPalette' && !command.id.startsWith('nudge'))
  return (
    <Command.Dialog
      open
      onOpenChange={() => editor.setSession({ dialog: undefined })}
      label={say('command.commandPalette')}
      overlayClassName="dialog-overlay"
      contentClassName="dialog command-palette"
      loop
    >
      <Command.Input placeholder={say('commands.search')} />
      <Command.List>
        <Command.Empty>{say('commands.nothing')}</Command.Empty>
        {listed.map((command) => {
          const available = availability(command, state)
          const Icon = command.icon
          return (
            <Command.Item
              key={command.id}
              value={`${say(command.label)} ${command.id}`}
              disabled={available !== true}
              onSelect={() => {
                editor.setSession({ dialog: undefined })
                runCommand(editor, command)
              }}
            >
              <span className="menu-icon">{Icon && <Icon size={14} aria-hidden="true" />}</span>
              <span>{say(command.label)}</span>
              {available !== true && <small>{reasonWords(state, available, say)}</small>}
              {command.keys?.[0] && <kbd>{writeKeys(command.keys[0], isMac)}</kbd>}
            </Command.Item>
          )
        })}
      </Command.List>
    </Command.Dialog>
  )
}
