// React Flow over the painted picture. It knows where hands are; what they do becomes edits of the document.
import { ReactFlow, ReactFlowProvider, SelectionMode, type NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { browserClock, createStage, type Stage } from '../picture/stage'
import { useEditor, useEditorState, useShown } from '../react'
import { nodeTypes } from './areas/areas'
import { zoomLimits } from '../../scene/framing'
import { ConnectionLine, RefusalHint } from './edges/ConnectionLine'
import { EdgeGrips } from './edges/EdgeGrips'
import { EdgeHint } from './edges/EdgeHint'
import { dragNodes, dropNodes, redrag } from './moving/dragging'
import { useDrop } from './moving/drop'
import { fromFlow, selectionAfter, wayOf } from './areas/fromFlow'
import { Layer } from './painting/Layer'
import { Minimap } from './camera/Minimap'
import { useCanvasGestures } from './gestures'
import { watchModifiers } from './moving/modifiers'
import { SpliceHint } from './edges/HandHint'
import { NodeHint } from './NodeHint'
import { usePen } from './pen'
import { Rename } from './Rename'
import { RouteAreas } from './areas/RouteAreas'
import { diagramOf } from '../state'
import { useSpoken } from './areas/spoken'
import { toFlow, withSelection, type AreaNode, type Flow } from './areas/toFlow'
import { useCamera } from './camera/useCamera'
import { AnnotationAreas } from '../annotations/AnnotationAreas'
import { AnnotationField } from '../annotations/AnnotationField'
import { useZoomStyle } from './camera/useZoomStyle'

const nothing: Flow = { nodes: [], routes: [] }

export function Canvas() {
  const editor = useEditor()
  const [stage] = useState(() => createStage(editor, browserClock()))
  useEffect(() => stage.start(), [stage])
  return (
    <ReactFlowProvider>
      <Interactive stage={stage} />
    </ReactFlowProvider>
  )
}

function Interactive({ stage }: { readonly stage: Stage }) {
  const editor = useEditor()
  const shown = useShown()
  const diagram = useEditorState(diagramOf)
  const selection = useEditorState(({ history }) => history.present.selection)
  const tool = useEditorState(({ session }) => session.tool)
  const isBoxing = useEditorState(({ session }) => session.boxing === true)
  const isConnecting = useEditorState(({ session }) => session.connecting !== undefined)
  const isDragging = useEditorState(({ session }) => session.drag !== undefined)
  const showsMinimap = useEditorState(({ preferences }) => preferences.minimap)
  const spoken = useSpoken(shown?.picture.analysis)
  const flow = useMemo(
    () => (shown ? toFlow(shown.picture.graph, shown.picture.layout, shown.view.direction, spoken) : nothing),
    [shown, spoken],
  )
  const nodes = useMemo(() => withSelection(flow.nodes, new Set(selection)), [flow, selection])
  const drop = useDrop()
  const gestures = useCanvasGestures()
  useCamera()
  const canvas = useRef<HTMLDivElement>(null)
  useEffect(() => watchModifiers(() => redrag(editor)), [editor])
  useZoomStyle(canvas)
  usePen(canvas)

  const onChanges = useCallback(
    (changes: NodeChange<AreaNode>[]) => {
      const { selected, moves, ended } = fromFlow(changes)
      if (selected.size > 0) editor.select(selectionAfter(editor.state().history.present.selection, selected))
      const { shown: now } = editor.state().session
      if (!now || moves.size === 0) return
      const by = wayOf(moves, now.picture.layout)
      const paths = [...moves.keys()]
      if (ended) dropNodes(editor, paths, by)
      else dragNodes(editor, paths, by)
    },
    [editor],
  )

  return (
    <div
      className={`canvas ${isConnecting ? 'is-connecting' : ''} ${isDragging ? 'is-dragging' : ''} is-${tool}`}
      {...drop}
      ref={canvas}
      aria-busy={shown?.diagram !== diagram}
      data-testid="canvas"
    >
      <Layer stage={stage} />
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        onNodesChange={onChanges}
        {...gestures}
        connectionLineComponent={ConnectionLine}
        connectionRadius={22}
        // A click on a port asks what fits there.
        connectOnClick={false}
        minZoom={zoomLimits.least}
        maxZoom={zoomLimits.most}
        // React Flow takes a finger for panning wherever anything pans.
        panOnDrag={isBoxing ? false : tool === 'hand' ? true : [1]}
        panOnScroll
        zoomActivationKeyCode={zoomKeys}
        panActivationKeyCode="Space"
        selectionOnDrag={tool === 'select'}
        selectionMode={SelectionMode.Full}
        multiSelectionKeyCode={multiKeys}
        selectionKeyCode={null}
        deleteKeyCode={null}
        disableKeyboardA11y={false}
        elevateNodesOnSelect={false}
        zoomOnDoubleClick={false}
        nodeDragThreshold={3}
        // A picture that fills the canvas has its ports at the rim: there it would run away at every touch.
        autoPanOnConnect={false}
        autoPanOnNodeDrag={false}
        autoPanOnSelection={false}
        onMove={(event, view) => event && editor.camera?.movedTo(view)}
        proOptions={noBadge}
      >
        <RouteAreas areas={flow.routes} />
        <AnnotationAreas />
        <Rename />
        <AnnotationField />
        <RefusalHint />
        <SpliceHint />
        <EdgeGrips />
      </ReactFlow>
      <EdgeHint />
      <NodeHint />
      {showsMinimap && <Minimap stage={stage} />}
    </div>
  )
}

const zoomKeys = ['Control', 'Meta']
const multiKeys = ['Shift', 'Meta', 'Control']
const noBadge = { hideAttribution: true }
