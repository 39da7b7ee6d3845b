// What a command is: one object that toolbar, menus, shortcuts, command palette and help sheet all read.
import type { LucideIcon } from 'lucide-react'
import type { Editor } from '../editor'
import type { EditorState } from '../state'
import type { Say, StringKey } from '../strings/language'

export type CommandGroup = 'file' | 'edit' | 'node' | 'arrange' | 'view' | 'camera' | 'ways' | 'help'

export interface Command {
  readonly id: string
  readonly label: StringKey
  readonly group: CommandGroup
  readonly icon?: LucideIcon
  /** `Mod` is Ctrl, and ⌘ on a Mac. The first is the one that menus show. */
  readonly keys?: readonly string[]
  /** The browser makes an event of its own of the keys, which does it; by a menu the command does it itself. */
  readonly isBrowsers?: boolean
  /** Its keys also work while somebody is writing. */
  readonly whileWriting?: boolean
  /** True, or why it cannot be done now. */
  when?(state: EditorState): true | StringKey
  /** What it would do now, where that is more than its label says. */
  detail?(state: EditorState, say: Say): string | undefined
  /** For switches. */
  isOn?(state: EditorState): boolean
  run(editor: Editor): void | Promise<void>
}

/** True, or the reason why not. */
export function availability(command: Command, state: EditorState): true | StringKey {
  return command.when?.(state) ?? true
}

/** Does it if it can be done. Says whether. */
export function runCommand(editor: Editor, command: Command): boolean {
  if (availability(command, editor.state()) !== true) return false
  void command.run(editor)
  return true
}
