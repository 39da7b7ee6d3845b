// Documents come and go.
import { FolderOpen, ImageDown, LayoutGrid, Save, SaveAll } from 'lucide-react'
import { chooseFile } from '../files/open'
import { saveDocument } from '../files/save'
import type { Command } from './command'

export const gallery: Command = {
  id: 'gallery',
  label: 'command.gallery',
  group: 'file',
  icon: LayoutGrid,
  keys: ['Mod+Shift+O'],
  run: (editor) => editor.setSession({ dialog: 'gallery' }),
}

export const open: Command = {
  id: 'open',
  label: 'command.open',
  group: 'file',
  icon: FolderOpen,
  keys: ['Mod+O'],
  run: chooseFile,
}

export const save: Command = {
  id: 'save',
  whileWriting: true,
  label: 'command.save',
  group: 'file',
  icon: Save,
  keys: ['Mod+S'],
  run: (editor) => saveDocument(editor),
}

export const saveAs: Command = {
  id: 'saveAs',
  whileWriting: true,
  label: 'command.saveAs',
  group: 'file',
  icon: SaveAll,
  keys: ['Mod+Shift+S'],
  run: (editor) => saveDocument(editor, { asNew: true }),
}

export const exportPicture: Command = {
  id: 'export',
  label: 'command.export',
  group: 'file',
  icon: ImageDown,
  keys: ['Mod+Shift+E'],
  run: (editor) => editor.setSession({ dialog: 'export' }),
}
