// Lends React Flow's viewport to commands, brings a newly opened diagram into view, and keeps it there while nobody looks
// elsewhere.
import { useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Box } from '../../../shared/geometry'
import type { Editor } from '../../editor'
import { useEditor, useEditorState } from '../../react'
import { diagramOf, type Shown } from '../../state'
import { viewOn, type View2D } from '../../../scene/framing'
import type { Camera } from './camera'

const glide = 220

export function useCamera() {
  const editor = useEditor()
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useEditorState(({ session }) => session.shown)
  const fits = useEditorState(({ session }) => session.fits)
  const fitted = useRef('')
  // Not the camera's own: React Flow gives another instance once it is ready, and the camera is made again.
  const whole = useRef<View2D | undefined>(undefined)

  useEffect(() => {
    const camera = createCamera(editor, flow, store, whole)
    editor.lend(camera)
    let before = store.getState()
    const stop = store.subscribe((state) => {
      const isResized = state.width !== before.width || state.height !== before.height
      before = state
      if (isResized && camera.isFitted()) camera.showAll({ animate: false })
    })
    return () => {
      stop()
      if (editor.camera === camera) editor.lend(undefined)
    }
  }, [editor, flow, store])

  useEffect(() => {
    if (!shown || shown.diagram !== diagramOf(editor.state())) return
    const what = `${fits} ${shown.view.root ?? ''}`
    if (fitted.current !== what) {
      fitted.current = what
      editor.camera?.showAll({ animate: false })
    } else if (editor.state().session.refit) editor.camera?.showAll()
  }, [editor, shown, fits])
}

/** `whole` is the view of the whole, as long as nobody has looked elsewhere. */
function createCamera(
  editor: Editor,
  flow: ReactFlowInstance,
  store: ReturnType<typeof useStoreApi>,
  whole: { current: View2D | undefined },
): Camera {
  const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : glide)
  const look = (box: Box, animate: boolean, most?: number): View2D => {
    const { width, height } = store.getState()
    const view = viewOn(box, { width, height }, most)
    void flow.setViewport(view, { duration: animate ? duration() : 0 })
    return view
  }
  return {
    zoomBy(factor) {
      whole.current = undefined
      void flow.zoomTo(flow.getZoom() * factor, { duration: duration() / 2 })
    },
    zoomTo(zoom) {
      whole.current = undefined
      void flow.zoomTo(zoom, { duration: duration() / 2 })
    },
    show(box, { animate = true, most } = {}) {
      whole.current = undefined
      look(box, animate, most)
    },
    showAll({ animate = true } = {}) {
      const { shown } = editor.state().session
      if (!shown) return
      whole.current = look(wholeOf(shown), animate)
    },
    isFitted: () => whole.current !== undefined,
    movedTo({ x, y, zoom }) {
      const isSame =
        whole.current &&
        Math.hypot(x - whole.current.x, y - whole.current.y) < 2 &&
        Math.abs(zoom / whole.current.zoom - 1) < 0.01
      if (!isSame) whole.current = undefined
    },
    toPicture: (client) => flow.screenToFlowPosition(client),
    toPage: (at) => flow.flowToScreenPosition(at),
    moveBy({ x, y }) {
      whole.current = undefined
      const now = flow.getViewport()
      void flow.setViewport({ ...now, x: now.x - x * now.zoom, y: now.y - y * now.zoom })
    },
    view: () => flow.getViewport(),
    frame() {
      const { x, y, zoom } = flow.getViewport()
      const { width, height } = store.getState()
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    },
    lookAt({ x, y }, zoom = flow.getZoom()) {
      whole.current = undefined
      const { width, height } = store.getState()
      void flow.setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }, { duration: duration() })
    },
    subscribe: (call) => store.subscribe(call),
  }
}

/** The whole picture with its title and legend, in the coordinates of the layout. */
export function wholeOf({ picture }: Shown): Box {
  const { origin, width, height } = picture.scene
  return { x: -origin.x, y: -origin.y, width, height }
}
