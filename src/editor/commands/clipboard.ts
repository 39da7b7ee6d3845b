// To the clipboard and back. The keys of the first four are the browser's own: it turns them into events of the clipboard.
import { ClipboardPaste, ClipboardType, Copy, CopyPlus, FileImage, FileText, Image, Scissors } from 'lucide-react'
import { announceCopied, copyAsText, copyPicture, removeTaken, take, writeAll } from '../clipboard/copying'
import { duplicateSelection } from '../clipboard/duplicating'
import { pasteByCommand, pasteText } from '../clipboard/pasting'
import { textFlavours } from '../clipboard/texts'
import { selectedNodes, type EditorState } from '../state'
import { say } from '../strings/language'
import type { Command } from './command'
import { lockedPlaces, oneGraph, whyNotOneGraph } from './chosen'

const isOneGraph = (state: EditorState) => oneGraph(state) !== undefined || whyNotOneGraph(state)

const hasPicture = ({ session }: EditorState) => session.shown !== undefined || 'reason.noPicture'

export const copy: Command = {
  id: 'copy',
  label: 'command.copy',
  group: 'edit',
  icon: Copy,
  keys: ['Mod+C'],
  isBrowsers: true,
  when: isOneGraph,
  async run(editor) {
    const taken = take(editor)
    if (taken && (await writeAll(editor, taken))) announceCopied(editor, taken)
  },
}

export const cut: Command = {
  id: 'cut',
  label: 'command.cut',
  group: 'edit',
  icon: Scissors,
  keys: ['Mod+X'],
  isBrowsers: true,
  when(state) {
    const isWhole = isOneGraph(state)
    return isWhole === true && lockedPlaces(state).length > 0 ? 'reason.locked' : isWhole
  },
  async run(editor) {
    const taken = take(editor)
    // What did not arrive in the clipboard stays where it is.
    if (taken && (await writeAll(editor, taken))) removeTaken(editor, taken)
  },
}

export const pasteCommand: Command = {
  id: 'paste',
  label: 'command.paste',
  group: 'edit',
  icon: ClipboardPaste,
  keys: ['Mod+V'],
  isBrowsers: true,
  run: (editor) => pasteByCommand(editor),
}

export const pasteAsText: Command = {
  id: 'pasteAsText',
  label: 'command.pasteAsText',
  group: 'edit',
  icon: ClipboardType,
  keys: ['Mod+Shift+V'],
  isBrowsers: true,
  when: ({ history }) => history.present.selection.length > 0 || 'reason.selectNode',
  async run(editor) {
    try {
      pasteText(editor, await navigator.clipboard.readText())
    } catch {
      editor.notify({ kind: 'problem', text: say('clipboard.denied') })
    }
  },
}

export const duplicate: Command = {
  id: 'duplicate',
  label: 'command.duplicate',
  group: 'edit',
  icon: CopyPlus,
  keys: ['Mod+D'],
  when: (state) => selectedNodes(state).length > 0 || 'reason.selectNode',
  run: (editor) => void duplicateSelection(editor),
}

export const copyPng: Command = {
  id: 'copyPng',
  label: 'command.copyPng',
  group: 'edit',
  icon: FileImage,
  keys: ['Mod+Shift+C', 'Shift+Alt+C'],
  when: hasPicture,
  run: (editor) => copyPicture(editor, 'png'),
}

export const copySvg: Command = {
  id: 'copySvg',
  label: 'command.copySvg',
  group: 'edit',
  icon: Image,
  when: hasPicture,
  run: (editor) => copyPicture(editor, 'svg'),
}

export const copyOffice: Command = {
  id: 'copyOffice',
  label: 'copyAs.office',
  group: 'edit',
  icon: FileText,
  when: hasPicture,
  run: (editor) => copyPicture(editor, 'office'),
}

export const copyTexts: readonly Command[] = textFlavours.map((flavour) => ({
  id: flavour.id,
  label: flavour.label,
  group: 'edit',
  run: (editor) => copyAsText(editor, flavour),
}))
