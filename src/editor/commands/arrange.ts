// Nodes in line, at equal distances, in an order; held where they are or given back to the layout.
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ArrowDownToLine,
  ArrowUpToLine,
  Lock,
  Pin as PinIcon,
  PinOff,
  Sparkles,
  type LucideIcon,
} from 'lucide-react'
import { moveInOrder, type Move } from '../../document/edit/order'
import { clearPin, isLocked, setLocked, setPins, tidyNodes } from '../../document/edit/view'
import { bodyAt } from '../../document/place'
import type { Pin } from '../../document/schema'
import type { Box } from '../../shared/geometry'
import { aligned, distributed, type Alignment, type Axis } from '../canvas/moving/arranging'
import { gridStep } from '../canvas/moving/dragging'
import { moveNodes, moveTo, outermost, pinsAt } from '../canvas/moving/move'
import { diagramOf, selectedNodes, type EditorState } from '../state'
import { selectedAnnotations } from '../annotations/annotation'
import { moveTexts } from '../annotations/writing'
import type { StringKey } from '../strings/language'
import type { Command } from './command'
import { hasNodes, hasSeveral, lockedPlaces, oneGraph, selectedPlaces, whyNotOneGraph } from './chosen'

function boxesOf(state: EditorState): ReadonlyMap<string, Box> {
  const layout = state.session.shown?.picture.layout
  return new Map(
    outermost(selectedNodes(state)).flatMap((path) => {
      const box = layout?.nodes.get(path)
      return box ? [[path, box] as const] : []
    }),
  )
}

const alignments: Readonly<Record<Alignment, { readonly icon: LucideIcon; readonly key: string }>> = {
  left: { icon: AlignStartVertical, key: 'Alt+A' },
  centre: { icon: AlignCenterVertical, key: 'Alt+H' },
  right: { icon: AlignEndVertical, key: 'Alt+D' },
  top: { icon: AlignStartHorizontal, key: 'Alt+W' },
  middle: { icon: AlignCenterHorizontal, key: 'Alt+V' },
  bottom: { icon: AlignEndHorizontal, key: 'Alt+S' },
}

export const aligns = (Object.keys(alignments) as Alignment[]).map((how): Command => ({
  id: `align-${how}`,
  label: `align.${how}`,
  group: 'arrange',
  icon: alignments[how].icon,
  keys: [alignments[how].key],
  when: hasSeveral,
  run: (editor) => moveTo(editor, aligned(boxesOf(editor.state()), how)),
}))

const axes: Readonly<Record<Axis, { readonly icon: LucideIcon; readonly key: string }>> = {
  across: { icon: AlignHorizontalDistributeCenter, key: 'Shift+Alt+H' },
  down: { icon: AlignVerticalDistributeCenter, key: 'Shift+Alt+V' },
}

export const distributes = (Object.keys(axes) as Axis[]).map((axis): Command => ({
  id: `distribute-${axis}`,
  label: `distribute.${axis}`,
  group: 'arrange',
  icon: axes[axis].icon,
  keys: [axes[axis].key],
  when: (state) => outermost(selectedNodes(state)).length > 2 || 'reason.selectThree',
  run: (editor) => moveTo(editor, distributed(boxesOf(editor.state()), axis)),
}))

const moves: Readonly<Record<Move, { readonly key: string; readonly icon?: LucideIcon }>> = {
  earlier: { key: 'Mod+[' },
  later: { key: 'Mod+]' },
  first: { key: 'Mod+Shift+[', icon: ArrowUpToLine },
  last: { key: 'Mod+Shift+]', icon: ArrowDownToLine },
}

export const orders = (Object.keys(moves) as Move[]).map((move): Command => ({
  id: `order-${move}`,
  label: `order.${move}`,
  group: 'arrange',
  icon: moves[move].icon,
  keys: [moves[move].key],
  when(state) {
    const chosen = oneGraph(state)
    if (!chosen) return whyNotOneGraph(state)
    const diagram = diagramOf(state)
    const isMoved = moveInOrder(diagram, chosen.graph, chosen.ids, move) !== diagram
    return (
      isMoved || (bodyAt(diagram, chosen.graph)!.nodes.length === chosen.ids.length ? 'reason.onlyOne' : 'reason.atEnd')
    )
  },
  run(editor) {
    const chosen = oneGraph(editor.state())
    if (chosen) editor.edit((diagram) => moveInOrder(diagram, chosen.graph, chosen.ids, move))
  },
}))

/** Where the selected nodes are, as pins. */
function herePins(state: EditorState): Record<string, Pin> {
  return pinsAt(state, boxesOf(state))
}

export const pinHere: Command = {
  id: 'pin',
  label: 'command.pin',
  group: 'arrange',
  icon: PinIcon,
  when(state) {
    if (selectedNodes(state).length === 0) return 'reason.selectNode'
    const pins = diagramOf(state).view?.pins ?? {}
    return Object.keys(herePins(state)).some((place) => !Object.hasOwn(pins, place)) || 'reason.pinned'
  },
  run: (editor) => void editor.edit((diagram) => setPins(diagram, herePins(editor.state()))),
}

export const unpin: Command = {
  id: 'unpin',
  label: 'command.unpin',
  group: 'arrange',
  icon: PinOff,
  when: (state) => freePins(state).length > 0 || 'reason.noPin',
  run(editor) {
    const places = freePins(editor.state())
    editor.edit((diagram) => places.reduce(clearPin, diagram))
  },
}

function freePins(state: EditorState): readonly string[] {
  const diagram = diagramOf(state)
  const pins = diagram.view?.pins ?? {}
  return selectedPlaces(state).filter((place) => Object.hasOwn(pins, place) && !isLocked(diagram, place))
}

export const tidySelection: Command = {
  id: 'tidySelection',
  label: 'command.tidySelection',
  group: 'arrange',
  icon: Sparkles,
  when: (state) => tidyNodes(diagramOf(state), selectedPlaces(state)) !== diagramOf(state) || 'reason.noPin',
  run: (editor) => void editor.edit((diagram) => tidyNodes(diagram, selectedPlaces(editor.state()))),
}

export const lock: Command = {
  id: 'lock',
  label: 'command.lock',
  group: 'arrange',
  icon: Lock,
  keys: ['Mod+Shift+L'],
  when: hasNodes,
  isOn: (state) => selectedPlaces(state).length > 0 && lockedPlaces(state).length === selectedPlaces(state).length,
  run(editor) {
    const state = editor.state()
    const isOn = lockedPlaces(state).length === selectedPlaces(state).length
    const pins = isOn
      ? Object.fromEntries(selectedPlaces(state).map((place) => [place, { x: 0, y: 0 }]))
      : herePins(state)
    editor.edit((diagram) => setLocked(diagram, pins, !isOn))
  },
}

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

/** One pixel, or with Shift one step of the grid. Presses in a row are one undo step. */
export const nudges: readonly Command[] = Object.entries(ways).flatMap(([key, [x, y]]) =>
  [1, gridStep].map((by): Command => ({
    id: `nudge${key}${by}`,
    label: `command.${by === 1 ? 'nudge' : 'nudgeFar'}${key}` as StringKey, // Both are there for all four keys.
    group: 'arrange',
    keys: [by === 1 ? key : `Shift+${key}`],
    when: (state) => selectedNodes(state).length + selectedAnnotations(state).length > 0 || 'reason.selectNode',
    run(editor) {
      const way = { x: x * by, y: y * by }
      const [nodes, annotations] = [selectedNodes(editor.state()), selectedAnnotations(editor.state())]
      if (nodes.length > 0) moveNodes(editor, nodes, way, 'nudge')
      else moveTexts(editor, annotations, way, true)
    },
  })),
)
