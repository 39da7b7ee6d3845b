// The talk: making its steps from what the canvas shows, and giving it.
import { Camera, CircleHelp, Columns2, EyeOff, Focus, MonitorPlay, Presentation, Search, Sun } from 'lucide-react'
import { lensesFor } from '../../lenses'
import type { Lens } from '../../lenses/lens'
import type { Editor } from '../editor'
import { diagramOf, selectedNodes, type EditorState } from '../state'
import { captureStep, draftTalk } from '../talk/steps'
import { hasNodes } from './chosen'
import type { Command } from './command'

export const present: Command = {
  id: 'present',
  label: 'command.present',
  group: 'view',
  icon: Presentation,
  keys: ['F5'],
  run: (editor) => editor.setSession({ talk: { index: 0 } }),
}

export const presentHere: Command = {
  id: 'presentHere',
  label: 'command.presentHere',
  group: 'view',
  icon: MonitorPlay,
  keys: ['Shift+F5'],
  when: ({ session }) => session.step !== undefined || 'reason.noStep',
  run: (editor) => editor.setSession({ talk: { index: editor.state().session.step ?? 0 } }),
}

export const captureStepCommand: Command = {
  id: 'captureStep',
  label: 'command.captureStep',
  group: 'edit',
  icon: Camera,
  keys: ['Shift+S'],
  run: captureStep,
}

export const makeQuiz: Command = {
  id: 'makeQuiz',
  label: 'command.makeQuiz',
  group: 'edit',
  icon: CircleHelp,
  when: (state) => diagramOf(state).nodes.length > 0 || 'reason.nothingToCopy',
  run: (editor) => draftTalk(editor, 'quiz'),
}

/** What is selected is in focus, all else is dimmed. */
export const lightOn: Command = {
  id: 'lightOn',
  label: 'command.lightOn',
  group: 'view',
  icon: Focus,
  keys: ['Shift+I'],
  when: hasNodes,
  run(editor) {
    const state = editor.state()
    editor.setSession({ spot: { hidden: state.session.spot?.hidden ?? [], focus: [...selectedNodes(state)] } })
  },
}

export const hideForNow: Command = {
  id: 'hideForNow',
  label: 'command.hideForNow',
  group: 'view',
  icon: EyeOff,
  when: hasNodes,
  run(editor) {
    const state = editor.state()
    const { spot } = state.session
    const hidden = [...new Set([...(spot?.hidden ?? []), ...selectedNodes(state)])]
    editor.setSession({ spot: { focus: spot?.focus ?? [], hidden } })
    editor.select([])
  },
}

export const lightOff: Command = {
  id: 'lightOff',
  label: 'command.lightOff',
  group: 'view',
  icon: Sun,
  when: ({ session }) => session.spot !== undefined || 'reason.noSpot',
  run: (editor) => editor.setSession({ spot: undefined }),
}

/** Another diagram, or another variant or phase of this one, at its side. */
export const beside: Command = {
  id: 'beside',
  label: 'command.beside',
  group: 'view',
  icon: Columns2,
  keys: ['Shift+B'],
  when: ({ session }) => session.shown !== undefined || 'reason.noPicture',
  run: (editor) => editor.setSession({ dialog: 'beside' }),
}

/** The lens that explains the block that is selected. */
export const lens: Command = {
  id: 'lens',
  label: 'command.lens',
  group: 'node',
  icon: Search,
  keys: ['Shift+L'],
  when: (state) => selectedLens(state) !== undefined || 'reason.noLens',
  run(editor: Editor) {
    editor.setSession({ dialog: 'lens', lens: selectedLens(editor.state())!.kind })
  },
}

function selectedLens(state: EditorState): Lens | undefined {
  const [path] = selectedNodes(state)
  const analysis = state.session.shown?.picture.analysis
  return path === undefined || !analysis ? undefined : lensesFor(analysis, path)[0]
}
