// The picture on one canvas beneath React Flow. It repaints when the picture, the camera, the fonts or the emphasis
// change, at most once a frame, and never through React.
import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { contains } from '../../../drawing/bounds'
import { paint } from '../../../drawing/canvas'
import type { Stage } from '../../picture/stage'
import { useEditor } from '../../react'
import { themeOf } from '../../state'
import { colours } from './colours'
import { gridStep } from '../moving/dragging'
import { emphasisOf } from './emphasis'
import { foldMarksFrom } from './foldMarks'
import { paintGrid } from '../moving/guides'
import { paintOverlay } from './overlay'

export function Layer({ stage }: { readonly stage: Stage }) {
  const editor = useEditor()
  const flow = useStoreApi()
  const ref = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const canvas = ref.current!
    const ctx = canvas.getContext('2d', { alpha: false })!
    let frame = 0

    function repaint() {
      frame = 0
      const ratio = window.devicePixelRatio || 1
      const { clientWidth: width, clientHeight: height } = canvas
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio)
        canvas.height = Math.round(height * ratio)
      }
      const state = editor.state()
      const palette = colours[themeOf(state)]
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.fillStyle = palette.page
      ctx.fillRect(0, 0, canvas.width, canvas.height)
      const { current } = stage
      if (!current) return
      const [x, y, zoom] = flow.getState().transform
      const { origin, primitives } = current.scene
      const scale = zoom * ratio
      ctx.setTransform(scale, 0, 0, scale, (x - origin.x * zoom) * ratio, (y - origin.y * zoom) * ratio)
      const viewport = { x: -x / zoom + origin.x, y: -y / zoom + origin.y, width: width / zoom, height: height / zoom }
      if (state.preferences.grid) {
        ctx.setTransform(scale, 0, 0, scale, x * ratio, y * ratio)
        const seen = { ...viewport, x: viewport.x - origin.x, y: viewport.y - origin.y }
        paintGrid(ctx, seen, gridStep, palette, 1 / zoom)
        ctx.setTransform(scale, 0, 0, scale, (x - origin.x * zoom) * ratio, (y - origin.y * zoom) * ratio)
      }
      const emphasis = emphasisOf(state)
      const isWhole = contains(viewport, { x: 0, y: 0, ...current.scene })
      paint(ctx, primitives, { viewport: isWhole ? undefined : viewport, isFaint: emphasis.spotlight?.isFaint })
      ctx.setTransform(scale, 0, 0, scale, x * ratio, y * ratio)
      const folds = foldMarksFrom(current.graph, current.layout)
      paintOverlay(ctx, current.graph, current.layout, emphasis, palette, zoom, folds)
    }

    function ask() {
      frame ||= requestAnimationFrame(repaint)
    }

    let seen: readonly unknown[] = []
    /** Most of what changes in the editor is not to be seen here, and beneath a talk nothing is. */
    function look() {
      const state = editor.state()
      if (state.session.talk) return
      const now = [emphasisOf(state), themeOf(state), state.preferences.grid]
      if (now.some((each, i) => each !== seen[i])) ask()
      seen = now
    }

    const sizes = new ResizeObserver(ask)
    sizes.observe(canvas)
    const stops = [stage.subscribe(ask), flow.subscribe(ask), editor.store.subscribe(look), () => sizes.disconnect()]
    document.fonts.addEventListener('loadingdone', ask)
    ask()
    return () => {
      cancelAnimationFrame(frame)
      document.fonts.removeEventListener('loadingdone', ask)
      for (const stop of stops) stop()
    }
  }, [editor, flow, stage])

  return <canvas ref={ref} className="layer" aria-hidden="true" />
}
