// Finding one's way: looking for things, going to them and back, and following what is joined to what.
import {
  ArrowLeft,
  ArrowRight,
  Crosshair,
  GitFork,
  ListTree,
  Search,
  SquareDashedMousePointer,
  Waypoints,
} from 'lucide-react'
import { outlineId, searchId } from '../finding/places'
import { goToMatch } from '../finding/go'
import type { Editor } from '../editor'
import { showPanel } from '../panels/opening'
import { soon } from '../soon'
import { aloneIn, selectedNodes, type EditorState } from '../state'
import { say } from '../strings/language'
import { current, isContainerSelected, nextEdge, sayWhere, stepInto, stepOut, stepTowards } from '../ways/steps'
import { leaveAlone, openAlone } from '../ways/alone'
import { travel } from '../ways/travel'
import { moveRegion } from '../ways/regions'
import type { Command } from './command'

const hasSelection = ({ history }: EditorState) => history.present.selection.length > 0 || 'reason.selectNode'

/** Opens the outline and gives the focus to a part of it. */
function openOutline(editor: Editor, id: string) {
  showPanel(editor, 'palette', true, { side: 'outline' })
  const give = () => {
    const part = document.getElementById(id)
    part?.focus()
    if (part instanceof HTMLInputElement) part.select()
    return part !== null
  }
  // What is on the page already takes the next key that is pressed.
  if (!give()) soon(give)
}

export const find: Command = {
  id: 'find',
  whileWriting: true,
  label: 'command.find',
  group: 'ways',
  icon: Search,
  keys: ['Mod+F'],
  run: (editor) => openOutline(editor, searchId),
}

export const findNext: Command = {
  id: 'findNext',
  whileWriting: true,
  label: 'command.findNext',
  group: 'ways',
  keys: ['F3'],
  when: ({ session }) => session.search.trim() !== '' || 'reason.notSearching',
  run: (editor) => goToMatch(editor, 1),
}

export const findPrevious: Command = {
  id: 'findPrevious',
  whileWriting: true,
  label: 'command.findPrevious',
  group: 'ways',
  keys: ['Shift+F3'],
  when: findNext.when,
  run: (editor) => goToMatch(editor, -1),
}

export const goTo: Command = {
  id: 'goTo',
  whileWriting: true,
  label: 'command.goTo',
  group: 'ways',
  icon: Crosshair,
  keys: ['Mod+J', '/'],
  run: (editor) => editor.setSession({ dialog: 'goTo' }),
}

export const outline: Command = {
  id: 'outline',
  label: 'command.outline',
  group: 'ways',
  icon: ListTree,
  keys: ['Shift+O'],
  isOn: ({ preferences }) => preferences.palette && preferences.side === 'outline',
  run: (editor) => openOutline(editor, outlineId),
}

export const back: Command = {
  id: 'back',
  label: 'command.back',
  group: 'ways',
  icon: ArrowLeft,
  keys: ['Alt+Shift+ArrowLeft', 'BrowserBack'],
  when: ({ session }) => session.places.back.length > 0 || 'reason.noPlaceBack',
  run: (editor) => travel(editor, 'back'),
}

export const forward: Command = {
  id: 'forward',
  label: 'command.forward',
  group: 'ways',
  icon: ArrowRight,
  keys: ['Alt+Shift+ArrowRight', 'BrowserForward'],
  when: ({ session }) => session.places.forward.length > 0 || 'reason.noPlaceForward',
  run: (editor) => travel(editor, 'forward'),
}

function spotlightCommand(kind: 'trace' | 'neighbours', key: string, icon: Command['icon']): Command {
  return {
    id: kind,
    label: `command.${kind}`,
    group: 'ways',
    icon,
    keys: [key],
    when: (state) => state.session.spotlight === kind || hasSelection(state),
    isOn: ({ session }) => session.spotlight === kind,
    run(editor) {
      const isOn = editor.state().session.spotlight === kind
      editor.setSession({ spotlight: isOn ? undefined : kind })
      if (isOn) editor.announce(say('ways.everything'))
    },
  }
}

export const trace = spotlightCommand('trace', 'R', Waypoints)
export const neighbours = spotlightCommand('neighbours', 'Shift+F', GitFork)

const sides = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const

export const walks: readonly Command[] = Object.entries(sides).map(([key, side]) => ({
  id: `walk-${side}`,
  label: `command.walk-${side}` as const,
  group: 'ways',
  keys: [`Alt+${key}`],
  run: (editor) => void stepTowards(editor, side),
}))

export const enter: Command = {
  id: 'enter',
  label: 'command.enter',
  group: 'ways',
  keys: ['Mod+Enter'],
  when: (state) => isContainerSelected(state) || 'reason.selectContainer',
  run(editor) {
    const path = current(editor.state())
    if (path !== undefined) stepInto(editor, path)
  },
}

export const leave: Command = {
  id: 'leave',
  label: 'command.leave',
  group: 'ways',
  keys: ['Shift+Enter'],
  when: hasSelection,
  run: stepOut,
}

export const openAloneCommand: Command = {
  id: 'openAlone',
  label: 'command.openAlone',
  group: 'ways',
  icon: SquareDashedMousePointer,
  keys: ['Mod+Shift+Enter'],
  when: (state) => isContainerSelected(state) || 'reason.selectContainer',
  run: (editor) => openAlone(editor, current(editor.state())!),
}

export const leaveAloneCommand: Command = {
  id: 'leaveAlone',
  label: 'command.leaveAlone',
  group: 'ways',
  when: (state) => aloneIn(state) !== undefined || 'reason.notAlone',
  run: (editor) => leaveAlone(editor),
}

export const edgeInTurn: Command = {
  id: 'nextEdge',
  label: 'command.nextEdge',
  group: 'ways',
  keys: ['Shift+E'],
  when: hasSelection,
  run: nextEdge,
}

export const whereAmI: Command = {
  id: 'whereAmI',
  label: 'command.whereAmI',
  group: 'ways',
  keys: ['W'],
  when: (state) => selectedNodes(state).length > 0 || 'reason.selectNode',
  run: (editor) => sayWhere(editor, current(editor.state())!),
}

export const regions: readonly Command[] = [
  {
    id: 'nextRegion',
    whileWriting: true,
    label: 'command.nextRegion',
    group: 'ways',
    keys: ['F6'],
    run: (editor) => moveRegion(editor, 1),
  },
  {
    id: 'previousRegion',
    whileWriting: true,
    label: 'command.previousRegion',
    group: 'ways',
    keys: ['Shift+F6'],
    run: (editor) => moveRegion(editor, -1),
  },
]
