// What belongs to the whole diagram is edited on one sheet; each of its parts has a command.
import { Boxes, GraduationCap, Info, Variable, type LucideIcon } from 'lucide-react'
import { settingsTabs, type SettingsTab } from '../state'
import type { Command } from './command'

const icons: Readonly<Record<SettingsTab, LucideIcon>> = {
  about: Info,
  variants: Boxes,
  phases: GraduationCap,
  symbols: Variable,
}

export const settingsCommands = settingsTabs.map((tab): Command => ({
  id: `settings-${tab}`,
  label: `command.settings-${tab}`,
  group: 'edit',
  icon: icons[tab],
  keys: tab === 'about' ? ['Mod+,'] : undefined,
  run: (editor) => editor.setSession({ dialog: 'settings', settings: tab }),
}))
