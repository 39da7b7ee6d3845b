// Documents come and go.
import { CopyPlus, FilePlus, FolderOpen, ImageDown, LayoutGrid, Link, Save, SaveAll } from 'lucide-react'
import { chooseFile } from '../files/open'
import { saveDocument } from '../files/save'
import { copyLink } from '../links/copyLink'
import { diagramOf, type EditorState } from '../state'
import type { Command } from './command'

export const gallery: Command = {
  id: 'gallery',
  label: 'command.gallery',
  group: 'file',
  icon: LayoutGrid,
  keys: ['Mod+Shift+O'],
  run: (editor) => editor.setSession({ dialog: 'gallery' }),
}

export const newBlank: Command = {
  id: 'newBlank',
  label: 'command.newBlank',
  group: 'file',
  icon: FilePlus,
  keys: ['Mod+Alt+N'],
  run: async (editor) => (await import('../gallery/begin')).beginBlank(editor),
}

/** Blank, or from a pattern: the gallery has them above all else. */
export const newFrom: Command = {
  id: 'newFrom',
  label: 'command.newFrom',
  group: 'file',
  icon: FilePlus,
  run: (editor) => editor.setSession({ dialog: 'gallery' }),
}

export const fork: Command = {
  id: 'forkOpen',
  label: 'command.forkOpen',
  group: 'file',
  icon: CopyPlus,
  when: (state) => diagramOf(state).nodes.length > 0 || 'reason.nothingToCopy',
  run: async (editor) => (await import('../gallery/begin')).forkOpen(editor),
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

export const copyLinkCommand: Command = {
  id: 'copyLink',
  label: 'command.copyLink',
  group: 'file',
  icon: Link,
  keys: ['Mod+Alt+L'],
  run: (editor) => copyLink(editor),
}

export const copyStepLink: Command = {
  id: 'copyStepLink',
  label: 'command.copyStepLink',
  group: 'file',
  icon: Link,
  when: (state) => stepOf(state) !== undefined || 'reason.noStep',
  run: (editor) => copyLink(editor, stepOf(editor.state())),
}

function stepOf(state: EditorState): number | undefined {
  const index = state.session.talk?.index ?? state.session.step
  const count = diagramOf(state).steps?.length ?? 0
  return index !== undefined && index < count ? index : undefined
}
