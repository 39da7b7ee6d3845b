// What React Flow hears from the hand, besides changes: hovering, double clicks, clicks on the ground, edges being drawn.
import type { Connection, Edge, FinalConnectionState, HandleType } from '@xyflow/react'
import { useMemo, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { toggleFold } from '../commands/fold'
import type { Editor } from '../editor'
import { useEditor } from '../react'
import { nodeAt } from '../../graph/walk'
import type { Point } from '../../shared/geometry'
import { finishConnecting, judge, startConnecting } from './edges/connecting'
import { graphEnd, handleRef, type HandleRef } from './edges/ends'
import { isFocusGiven } from './areas/focus'
import { graphAt, nodeAtPoint } from './areas/hit'
import { openAlone } from '../ways/alone'
import { candidates } from './edges/verdict'
import type { AreaNode } from './areas/toFlow'
import { isNode } from '../selected'

export function useCanvasGestures() {
  const editor = useEditor()
  return useMemo(() => gesturesOf(editor), [editor])
}

function gesturesOf(editor: Editor) {
  const hover = (id: string) => () => {
    const { connecting, drag, hovered } = editor.state().session
    if (!connecting && !drag && hovered !== id) editor.setSession({ hovered: id })
  }
  const leave = () => {
    if (editor.state().session.hovered !== undefined) editor.setSession({ hovered: undefined })
  }
  return {
    onNodeMouseEnter: (_: MouseEvent, node: AreaNode) => hover(node.id)(),
    onNodeMouseLeave: leave,

    // React Flow does not know of edges, so it does not let go of them.
    onNodeClick: (event: MouseEvent) => {
      if (!isMany(event)) editor.select(editor.state().history.present.selection.filter(isNode))
    },
    onSelectionStart: (event: MouseEvent) => {
      if (!isMany(event)) editor.select([])
    },

    onSelectionEnd: () => {
      if (editor.state().session.boxing) editor.setSession({ boxing: false })
    },

    onNodeDoubleClick: (event: MouseEvent, node: AreaNode) => {
      event.stopPropagation()
      if (node.data.node.foldable && (isMany(event) || event.altKey)) openAlone(editor, node.id)
      else if (node.data.node.foldable) toggleFold(editor, [node.id])
      else editor.setSession({ renaming: node.id })
    },

    // The ground inside an open container belongs to the container.
    onPaneClick: (event: MouseEvent) => {
      const path = containerUnder(editor, event)
      // Afterwards React Flow lets go of all that was selected, which this container may have been, too.
      queueMicrotask(() => editor.select(path ? [path] : []))
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!(event.target as Element).classList.contains('react-flow__pane')) return
      const path = containerUnder(editor, event)
      if (path && (isMany(event) || event.altKey)) openAlone(editor, path)
      else if (path) toggleFold(editor, [path])
    },

    // Focus that came by keyboard selects, so that keys act on what is focused.
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const id = event.target.dataset['id']
      const isArea = event.target.matches('.react-flow__node')
      if (id !== undefined && isArea && !isFocusGiven() && event.target.matches(':focus-visible')) editor.select([id])
    },

    // React Flow takes Escape on a node that is not selected for selecting it. What it does here is a command's.
    onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && (event.target as Element).closest('.react-flow__node')) event.stopPropagation()
    },

    onConnectStart: (
      _: unknown,
      { nodeId, handleId }: { nodeId: string | null; handleId: string | null; handleType: HandleType | null },
    ) => {
      if (nodeId && handleId) startConnecting(editor, handleRef(nodeId, handleId))
    },
    isValidConnection: (connection: Connection | Edge) => {
      const { connecting } = editor.state().session
      if (!connecting) return false
      const ends = [
        handleRef(connection.source, connection.sourceHandle ?? ''),
        handleRef(connection.target, connection.targetHandle ?? ''),
      ]
      const end = ends.find(({ path, kind, port }) => {
        const { start } = connecting
        return path !== start.path || kind !== start.kind || port !== start.port
      })
      return end !== undefined && judge(editor, end) === true
    },
    onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, connection: FinalConnectionState) => {
      const { toNode, toHandle } = connection
      const point = 'changedTouches' in event ? event.changedTouches[0] : event
      finishConnecting(
        editor,
        toNode && toHandle?.id ? handleRef(toNode.id, toHandle.id) : point && portUnder(editor, point),
      )
    },
  }
}

function isMany({ shiftKey, metaKey, ctrlKey }: MouseEvent): boolean {
  return shiftKey || metaKey || ctrlKey
}

function containerUnder(editor: Editor, { clientX, clientY }: { clientX: number; clientY: number }): string {
  const { shown } = editor.state().session
  const at = editor.camera?.toPicture({ x: clientX, y: clientY })
  return shown && at ? graphAt(shown.picture.graph, shown.picture.layout, at) : ''
}

/** Let go over a node and not over a port of it: the first port that takes the edge, else the first that could have. */
function portUnder(
  editor: Editor,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): HandleRef | undefined {
  const { shown, connecting } = editor.state().session
  const at: Point | undefined = editor.camera?.toPicture({ x: clientX, y: clientY })
  if (!shown || !connecting || !at) return undefined
  const { graph, layout } = shown.picture
  const under = nodeAtPoint(graph, layout, at)
  if (under === undefined || under === connecting.start.path || under === graphEnd(connecting.start).path)
    return undefined
  const own = candidates(graph, connecting.start).filter((ref) => ref.path === under)
  const node = nodeAt(graph, under)
  const fallback = (connecting.start.kind === 's' || connecting.start.kind === 'S' ? node?.inputs : node?.outputs)?.[0]
  if (own.length === 0 && fallback)
    return {
      path: under,
      kind: connecting.start.kind === 's' || connecting.start.kind === 'S' ? 't' : 's',
      port: fallback.id,
    }
  return own.find((ref) => judge(editor, ref) === true) ?? own[0]
}
