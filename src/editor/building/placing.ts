// Where new nodes go: on an edge, at a place that a hand chose, at a port, after what is selected, or at the end.
import { canConnect, spliceInto } from '../../document/connecting'
import { connect, edgeInto } from '../../document/edit/edges'
import { fitsOnEdge } from '../../document/edit/feed'
import { insert } from '../../document/edit/insert'
import { addNode, addNodeOnEdge } from '../../document/edit/nodes'
import { moveOntoEdge } from '../../document/edit/splice'
import { endOf } from '../../document/ends'
import type { Fragment } from '../../document/fragment'
import { withBeginnings } from '../../document/initials'
import { bodyAt, insideOf, moduleOf } from '../../document/place'
import { portsOf } from '../../document/ports'
import type { Diagram, DiagramNode } from '../../document/schema'
import { analyse } from '../../semantics/analyse'
import { edgeAt } from '../../semantics/edges'
import { format } from '../../shared/dimension'
import type { Point } from '../../shared/geometry'
import type { Message } from '../../shared/message'
import type { HandleRef } from '../canvas/edges/ends'
import { editAdding } from '../canvas/camera/reveal'
import { put, whereTo } from '../clipboard/fragments'
import type { Editor } from '../editor'
import { currentView, diagramOf, selectedEdges, selectedNodes, type EditorState } from '../state'
import { say } from '../strings/language'
import { loadReady, readyNow } from './load'
import { asParam, hasWidth, portHere, refsOf, widthAt } from './ports'
import type { Fit } from './fits'
import { isReady, newNode, type Simple, type Ware } from './wares'
import { idOf, parentOf, pathIn } from '../../shared/path'
import { edgeId, edgeIdParts, levelOf } from '../../shared/edgeId'

export interface Target {
  /** Of the graph that takes it. */
  readonly path: string
  /** The id of the edge that it is put on. */
  readonly edge?: string
  /** From the top left of that graph. */
  readonly at?: Point
}

/** Puts a new node there and selects it. Says whether it could. */
export function addTo(editor: Editor, ware: Ware, target: Target): boolean {
  const state = editor.state()
  const diagram = diagramOf(state)
  const place = insideOf(diagram, target.path)
  if (place === undefined) return false
  const to = target.edge === undefined ? undefined : edgeIdParts(target.edge).to
  if (isReady(ware)) {
    const into = { path: target.path, graph: place, ...(target.at && { at: target.at }) }
    addReady(editor, ware, () => (to === undefined ? into : { ...into, feed: { as: 'onEdge', to } }))
    return true
  }
  const params = target.edge ? fittingParams(state, ware, target.edge) : undefined
  const node = newNode(diagram, place, ware, params)
  if (!node) return false
  const pin = target.at && { x: Math.round(target.at.x), y: Math.round(target.at.y) }
  const changed = editAdding(
    editor,
    (each) => {
      const added = to === undefined ? addNode(each, place, node, { pin }) : addNodeOnEdge(each, place, node, to)
      return added === each ? each : withBeginnings(added, place, node)
    },
    [pathIn(target.path, node.id)],
  )
  if (!changed) editor.notify({ kind: 'problem', text: say('problem.cannotAdd') })
  return changed
}

/** A ready module has to be there first. `into` is asked for when it is. */
function addReady(
  editor: Editor,
  ware: Extract<Ware, { ready: unknown }>,
  into: (fragment: Fragment) => Parameters<typeof put>[2],
) {
  const place = (fragment: Fragment) => {
    const problem = put(editor, fragment, into(fragment))
    if (problem !== undefined) editor.notify({ kind: 'problem', text: problem })
  }
  const known = readyNow(ware.ready)
  if (known) return place(known)
  loadReady(ware.ready).then(place, () => editor.notify({ kind: 'problem', text: say('problem.notLoaded') }))
}

/** Adds where the selection says: on the selected edge, after the selected node, else at the end of the whole. */
export function addAtSelection(editor: Editor, ware: Ware) {
  const state = editor.state()
  if (isReady(ware)) return addReady(editor, ware, (fragment) => whereTo(editor.state(), fragment, undefined))
  const [edge] = selectedEdges(state)
  if (edge !== undefined && canSplice(diagramOf(state), ware, edge))
    return void addTo(editor, ware, { path: levelOf(edge), edge })
  const path = selectedNodes(state).at(-1)
  if (path === undefined) addTo(editor, ware, { path: '' })
  else addAfter(editor, ware, path)
}

/** After a node in its graph, fed by it where that fits. */
function addAfter(editor: Editor, ware: Simple, path: string) {
  const state = editor.state()
  const diagram = diagramOf(state)
  const level = parentOf(path)
  const place = insideOf(diagram, level)
  if (place === undefined) return
  const source = refsOf(state, path).find(({ kind }) => kind === 's')
  const node = newNode(diagram, place, ware, source && paramsAt(state, ware, source))
  if (!node) return
  const index = bodyAt(diagram, place)!.nodes.findIndex((each) => each.id === idOf(path)) + 1
  const changed = editAdding(
    editor,
    (before) => {
      const after = addNode(before, place, node, { index })
      return after === before ? before : fedBy(withBeginnings(after, place, node), place, idOf(path), node)
    },
    [pathIn(level, node.id)],
  )
  if (!changed) editor.notify({ kind: 'problem', text: say('problem.cannotAdd') })
}

function fedBy(diagram: Diagram, place: string, from: string, node: DiagramNode): Diagram {
  const source = bodyAt(diagram, place)!.nodes.find((each) => each.id === from)
  const outputs = (source && portsOf(diagram, place, source)?.outputs) ?? []
  const inputs = portsOf(diagram, place, node)?.inputs ?? []
  for (const output of outputs) {
    for (const input of inputs) {
      const ends = [`${from}.${output.id}`, `${node.id}.${input.id}`] as const
      if (canConnect(diagram, place, ...ends) === undefined) return connect(diagram, place, ...ends)
    }
  }
  return diagram
}

/** Whether a new node of this kind would fit on an edge. */
export function canSplice(diagram: Diagram, ware: Ware, edge: string): boolean {
  const { path, to } = edgeIdParts(edge)
  const place = insideOf(diagram, path)
  const found = place === undefined ? undefined : edgeInto(diagram, place, to)
  if (place === undefined || found === undefined) return false
  if (!isReady(ware)) return spliceInto(diagram, place, { id: 'new', ...ware }, found) !== undefined
  const fragment = readyNow(ware.ready)
  const trial = fragment && insert(diagram, fragment, { path, graph: place })
  if (!fragment || !trial?.ok) return false
  const ids = new Map(fragment.nodes.map((node, index) => [node.id, trial.ids[index]!]))
  return fitsOnEdge(trial.diagram, fragment, place, ids, to)
}

/** Why a new node of this kind would not go on an edge, as far as a hand that passes by wants to know: null is silence. */
export function whyNotSplice(diagram: Diagram, ware: Ware, edge: string): Message | null | undefined {
  if (canSplice(diagram, ware, edge)) return undefined
  const { path, to } = edgeIdParts(edge)
  const place = insideOf(diagram, path)
  const node = place === undefined || isReady(ware) ? undefined : newNode(diagram, place, ware)
  if (place === undefined || !node) return null
  const put = moveOntoEdge(addNode(diagram, place, node), place, [node.id], to)
  return put.ok || !put.message || put.message.kind === 'passesNothing' ? null : put.message
}

/** A block that sets a width begins with the width that the edge has, so that it changes nothing downstream yet. */
function fittingParams(state: EditorState, ware: Simple, edge: string): DiagramNode['params'] {
  if (!('block' in ware) || !hasWidth(ware.block)) return undefined
  const diagram = diagramOf(state)
  const path = levelOf(edge)
  // Inside a module the symbols of the document may be hidden by the module's own parameters: a number is right there.
  const isInModule = moduleOf(insideOf(diagram, path) ?? '') !== undefined
  const { tree } = analyse(diagram, currentView(state), isInModule ? 'numeric' : 'symbolic')
  const width = edgeAt(tree, edge)?.tensor?.shape.at(-1)
  return width && { width: asParam(format(width)) }
}

function paramsAt(state: EditorState, ware: Simple, ref: HandleRef): DiagramNode['params'] {
  const here = portHere(state, ref)
  const width = here && 'block' in ware && hasWidth(ware.block) ? widthAt(state, here) : undefined
  return width === undefined ? undefined : { width }
}

/** Adds what fits at a port, joined to it there: as one edit. Where the input is fed already, it is put in between if it can be. */
export function addAtPort(editor: Editor, { ware, port }: Fit, ref: HandleRef) {
  const state = editor.state()
  const here = portHere(state, ref)
  if (!here) return
  const { path, graph, end, gives } = here
  if (!gives) {
    const edge = edgeInto(diagramOf(state), graph, end)
    const id = edge && edgeId(path, edge)
    if (id !== undefined && canSplice(diagramOf(state), ware, id)) return void addTo(editor, ware, { path, edge: id })
  }
  if (isReady(ware))
    return addReady(editor, ware, () =>
      gives ? { path, graph, feed: { as: 'from', from: end } } : { path, graph, feed: { as: 'into', to: end } },
    )
  const node = newNode(diagramOf(state), graph, ware, gives ? paramsAt(state, ware, ref) : undefined)
  if (!node) return
  const at = bodyAt(diagramOf(state), graph)!.nodes.findIndex((each) => each.id === endOf(end).node)
  const index = at < 0 ? undefined : gives ? at + 1 : at
  const changed = editAdding(
    editor,
    (before) => {
      const added = addNode(before, graph, node, { index })
      if (added === before) return before
      const joint = `${node.id}.${port.id}`
      const ends = gives ? ([end, joint] as const) : ([joint, end] as const)
      return connect(withBeginnings(added, graph, node), graph, ...ends)
    },
    [pathIn(path, node.id)],
  )
  if (changed) editor.announce(say('announce.added', { node: node.id }))
  else editor.notify({ kind: 'problem', text: say('problem.cannotAdd') })
}
