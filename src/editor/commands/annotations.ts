// Free texts, and frames around nodes.
import { Frame, Type } from 'lucide-react'
import { beginText, frameSelection } from '../annotations/writing'
import { oneGraph, whyNotOneGraph } from './chosen'
import type { Command } from './command'

export const addText: Command = {
  id: 'addText',
  label: 'command.addText',
  group: 'edit',
  icon: Type,
  keys: ['T'],
  run: (editor) => beginText(editor, editor.state().session.menuAt),
}

export const addFrame: Command = {
  id: 'addFrame',
  label: 'command.addFrame',
  group: 'edit',
  icon: Frame,
  keys: ['F'],
  when: (state) => oneGraph(state) !== undefined || whyNotOneGraph(state),
  run(editor) {
    const chosen = oneGraph(editor.state())
    if (chosen) frameSelection(editor, chosen.path, chosen.ids)
  },
}
