// Lends React Flow's viewport to commands, and brings a newly opened diagram into view.
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useEditor, useEditorState } from '../react'
import { diagramOf, type Shown } from '../state'
import type { Box } from '../../shared/geometry'
import { viewOn, zoomLimits, type Camera } from './camera'

const glide = 220

export function useCamera() {
  const editor = useEditor()
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useEditorState(({ session }) => session.shown)
  const fits = useEditorState(({ session }) => session.fits)
  const fitted = useRef(-1)

  useEffect(() => {
    const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : glide)
    const camera: Camera = {
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration() / 2 }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() / 2 }),
      show: (box, { animate = true, most } = {}) => {
        const { width, height } = store.getState()
        void flow.setViewport(viewOn(box, { width, height }, most), { duration: animate ? duration() : 0 })
      },
      toPicture: (client) => flow.screenToFlowPosition(client),
      moveBy: ({ x, y }) => {
        const now = flow.getViewport()
        void flow.setViewport({ ...now, x: now.x - x * now.zoom, y: now.y - y * now.zoom })
      },
      view: () => flow.getViewport(),
    }
    editor.camera = camera
    return () => {
      if (editor.camera === camera) editor.camera = undefined
    }
  }, [editor, flow, store])

  useEffect(() => {
    if (!shown || fitted.current === fits || shown.diagram !== diagramOf(editor.state())) return
    fitted.current = fits
    editor.camera?.show(wholeOf(shown), { animate: false })
  }, [editor, shown, fits])
}

/** The whole picture with its title and legend, in the coordinates of the layout. */
export function wholeOf({ picture }: Shown): Box {
  const { origin, width, height } = picture.scene
  return { x: -origin.x, y: -origin.y, width, height }
}

export { zoomLimits }
