// Finding commands and their keys, and the way to the palette by keyboard.
import { Command as CommandIcon, Keyboard, Plus } from 'lucide-react'
import { showPanel } from '../panels/opening'
import type { Command } from './command'

export const commandPalette: Command = {
  id: 'commandPalette',
  whileWriting: true,
  label: 'command.commandPalette',
  group: 'help',
  icon: CommandIcon,
  keys: ['Mod+K', 'Mod+Shift+P'],
  run: (editor) => editor.setSession({ dialog: 'commands' }),
}

export const shortcuts: Command = {
  id: 'shortcuts',
  label: 'command.shortcuts',
  group: 'help',
  icon: Keyboard,
  keys: ['?'],
  run: (editor) => editor.setSession({ dialog: 'shortcuts' }),
}

export const addBlock: Command = {
  id: 'addBlock',
  label: 'command.addBlock',
  group: 'edit',
  icon: Plus,
  keys: ['N'],
  run(editor) {
    showPanel(editor, 'palette', true, { side: 'blocks' })
    const focus = () => document.querySelector<HTMLInputElement>('#palette-search')?.focus()
    // Where it is on the page, the very next letter goes there; else it is there from the next frame on.
    focus()
    requestAnimationFrame(focus)
  },
}
