// Building at ports: adding what fits, connecting without a mouse, taking edges away.
import { Cable, CirclePlus, Replace, Spline, Unlink, Unplug } from 'lucide-react'
import { disconnect } from '../../document/edit/edges'
import { areLoose } from '../../document/edit/splice'
import { endOf } from '../../document/ends'
import { bodyAt } from '../../document/place'
import { edgeAtPort, portHere, refsOf } from '../building/ports'
import { takeOutOfChain } from '../canvas/moving/splicing'
import type { Editor } from '../editor'
import { currentView, diagramOf, selectedEdges, selectedNodes, type EditorState } from '../state'
import { say } from '../strings/language'
import { lockedPlaces, oneGraph, whyNotOneGraph } from './chosen'
import type { Command } from './command'

const hasOneNode = (state: EditorState) => selectedNodes(state).length === 1 || 'reason.selectOneNode'

/** The port that the menu is about, else the one of the selected node by which data leaves, or comes. */
function portFor(state: EditorState, gives: boolean) {
  const { port } = state.session
  if (port) return port
  const [path, ...more] = selectedNodes(state)
  if (path === undefined || more.length > 0) return undefined
  const refs = refsOf(state, path).filter(({ kind }) => (kind === 's') === gives)
  // An input that nothing feeds wants something most.
  const isOpen = (ref: (typeof refs)[number]) => {
    const here = portHere(state, ref)
    return here !== undefined && !edgeAtPort(state, here)
  }
  return gives ? refs[0] : (refs.find(isOpen) ?? refs[0])
}

function openFits(editor: Editor, gives: boolean) {
  const port = portFor(editor.state(), gives)
  if (port) editor.setSession({ port, dialog: 'fits' })
}

export const addFitting: Command = {
  id: 'addFitting',
  label: 'command.addFitting',
  group: 'node',
  icon: CirclePlus,
  keys: ['Shift+N'],
  when: (state) =>
    portFor(state, true) !== undefined || portFor(state, false) !== undefined || hasOneNode(state) !== true
      ? state.session.port !== undefined || hasOneNode(state)
      : 'reason.noPort',
  run: (editor) => openFits(editor, portFor(editor.state(), true) !== undefined),
}

const along = { right: 'ArrowRight', down: 'ArrowDown', up: 'ArrowUp' } as const
const against = { right: 'ArrowLeft', down: 'ArrowUp', up: 'ArrowDown' } as const

/** With Ctrl and an arrow: after it where the arrow goes with the flow, before it where it goes against it. */
export const addBeside: readonly Command[] = (['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const).map(
  (key) => ({
    id: `add${key}`,
    label: `command.add${key}`,
    group: 'node',
    keys: [`Mod+${key}`],
    when(state) {
      const { direction } = currentView(state)
      const one = hasOneNode(state)
      if (one !== true) return one
      if (along[direction] === key) return portFor(state, true) !== undefined || 'reason.noPort'
      if (against[direction] === key) return portFor(state, false) !== undefined || 'reason.noPort'
      return 'reason.acrossFlow'
    },
    run: (editor) => openFits(editor, along[currentView(editor.state()).direction] === key),
  }),
)

export const connectCommand: Command = {
  id: 'connect',
  label: 'command.connect',
  group: 'node',
  icon: Cable,
  keys: ['E', 'C'],
  when: (state) => state.session.port !== undefined || selectedEdges(state).length === 1 || hasOneNode(state),
  run: (editor) => editor.setSession({ dialog: 'connect' }),
}

export const putOnEdge: Command = {
  id: 'putOnEdge',
  label: 'command.putOnEdge',
  group: 'node',
  icon: Spline,
  keys: ['Shift+J'],
  when(state) {
    const chosen = oneGraph(state)
    if (!chosen) return whyNotOneGraph(state)
    if (lockedPlaces(state).length > 0) return 'reason.locked'
    const own = (end: string) => chosen.ids.includes(endOf(end).node)
    const edges = bodyAt(diagramOf(state), chosen.graph)?.edges ?? []
    return edges.some(({ from, to }) => !own(from) && !own(to)) || 'reason.noEdgeHere'
  },
  run: (editor) => editor.setSession({ dialog: 'putOnEdge' }),
}

export const pullOutCommand: Command = {
  id: 'pullOut',
  label: 'command.pullOut',
  group: 'node',
  icon: Unlink,
  keys: ['Shift+X'],
  when(state) {
    const chosen = oneGraph(state)
    if (!chosen) return whyNotOneGraph(state)
    return !areLoose(diagramOf(state), chosen.graph, chosen.ids) || 'reason.loose'
  },
  run(editor) {
    const chosen = oneGraph(editor.state())
    if (chosen) takeOutOfChain(editor, chosen)
  },
}

export const replaceCommand: Command = {
  id: 'replace',
  label: 'command.replace',
  group: 'node',
  icon: Replace,
  keys: ['Shift+R'],
  when: hasOneNode,
  run: (editor) => editor.setSession({ dialog: 'replace' }),
}

export const disconnectCommand: Command = {
  id: 'disconnect',
  label: 'command.disconnect',
  group: 'node',
  icon: Unplug,
  when: (state) => edgesAt(state).length > 0 || 'reason.notConnected',
  run(editor) {
    const edges = edgesAt(editor.state())
    editor.edit((diagram) => edges.reduce((each, { graph, to }) => disconnect(each, graph, to), diagram))
    editor.announce(say('announce.removed', { count: edges.length }))
  },
}

/** The edges at the port that the menu is about, or all those of the selected nodes. */
function edgesAt(state: EditorState): { readonly graph: string; readonly to: string }[] {
  const { port } = state.session
  const refs = port ? [port] : selectedNodes(state).flatMap((path) => refsOf(state, path))
  const found = refs.flatMap((ref) => {
    const here = portHere(state, ref)
    if (!here) return []
    const body = bodyAt(diagramOf(state), here.graph)
    return (body?.edges ?? []).flatMap(({ from, to }) =>
      (here.gives ? from : to) === here.end ? [{ graph: here.graph, to }] : [],
    )
  })
  return [...new Map(found.map((edge) => [`${edge.graph} ${edge.to}`, edge])).values()]
}
