// The whole picture small, with a frame where the canvas looks. A press or a drag brings the canvas there.
import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef, type PointerEvent } from 'react'
import { paint } from '../../../drawing/canvas'
import type { Stage } from '../../picture/stage'
import { useEditor } from '../../react'
import { themeOf } from '../../state'
import { useSay } from '../../strings/language'
import { colours } from '../painting/colours'

/** In milliseconds: so long nothing has changed when the picture has come to rest. */
const patience = 120

const size = { width: 184, height: 112 }

export function Minimap({ stage }: { readonly stage: Stage }) {
  const editor = useEditor()
  const flow = useStoreApi()
  const say = useSay()
  const ref = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const canvas = ref.current!
    const ctx = canvas.getContext('2d')!
    const ratio = window.devicePixelRatio || 1
    canvas.width = size.width * ratio
    canvas.height = size.height * ratio
    const small = document.createElement('canvas')
    small.width = canvas.width
    small.height = canvas.height
    let frame = 0
    let settled: ReturnType<typeof setTimeout> | undefined
    let changed = 0

    /** The picture is painted when it has come to rest; the frame moves at once. */
    function paintPicture() {
      const scale = scaleOf(stage)
      const { current } = stage
      const pen = small.getContext('2d')!
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.clearRect(0, 0, small.width, small.height)
      if (!current) return
      pen.setTransform(scale.zoom * ratio, 0, 0, scale.zoom * ratio, scale.x * ratio, scale.y * ratio)
      paint(pen, current.scene.primitives)
      ask()
    }

    function repaint() {
      frame = 0
      const { zoom, x, y } = scaleOf(stage)
      const palette = colours[themeOf(editor.state())]
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.clearRect(0, 0, canvas.width, canvas.height)
      ctx.drawImage(small, 0, 0)
      const origin = stage.current?.scene.origin ?? { x: 0, y: 0 }
      const { transform, width, height } = flow.getState()
      const [left, top, scale] = transform
      // Where all of it is in view there is nothing to find.
      const page = stage.current?.scene
      const isWhole =
        page !== undefined &&
        left - origin.x * scale >= -1 &&
        top - origin.y * scale >= -1 &&
        left + (page.width - origin.x) * scale <= width + 1 &&
        top + (page.height - origin.y) * scale <= height + 1
      canvas.classList.toggle('is-needless', isWhole || page === undefined)
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      ctx.strokeStyle = palette.accent
      ctx.lineWidth = 1.5
      ctx.strokeRect(
        x + (origin.x - left / scale) * zoom,
        y + (origin.y - top / scale) * zoom,
        (width / scale) * zoom,
        (height / scale) * zoom,
      )
    }

    function ask() {
      frame ||= requestAnimationFrame(repaint)
    }
    /** One timer for all that changes meanwhile: a hand changes something with every frame. */
    function wait() {
      changed = performance.now()
      settled ??= setTimeout(paintSettled, patience)
    }
    function paintSettled() {
      const left = changed + patience - performance.now()
      settled = left > 1 ? setTimeout(paintSettled, left) : undefined
      if (settled === undefined) paintPicture()
    }

    wait()
    document.fonts.addEventListener('loadingdone', wait)
    const stops = [stage.subscribe(wait), flow.subscribe(ask)]
    return () => {
      clearTimeout(settled)
      cancelAnimationFrame(frame)
      document.fonts.removeEventListener('loadingdone', wait)
      for (const stop of stops) stop()
    }
  }, [editor, flow, stage])

  function look(event: PointerEvent<HTMLCanvasElement>) {
    if (event.buttons !== 1 || !stage.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const corner = event.currentTarget.getBoundingClientRect()
    const { zoom, x, y } = scaleOf(stage)
    const { origin } = stage.current.scene
    const to = {
      x: (event.clientX - corner.x - x) / zoom - origin.x,
      y: (event.clientY - corner.y - y) / zoom - origin.y,
    }
    const { transform, width, height } = flow.getState()
    const [left, top, scale] = transform
    editor.camera?.moveBy({ x: to.x - (width / 2 - left) / scale, y: to.y - (height / 2 - top) / scale })
  }

  return (
    <canvas
      ref={ref}
      className="minimap"
      style={size}
      aria-label={say('canvas.minimap')}
      role="img"
      onPointerDown={look}
      onPointerMove={look}
    />
  )
}

function scaleOf(stage: Stage): { zoom: number; x: number; y: number } {
  const { width = 1, height = 1 } = stage.current?.scene ?? {}
  const zoom = Math.min((size.width - 12) / width, (size.height - 12) / height)
  return { zoom, x: (size.width - width * zoom) / 2, y: (size.height - height * zoom) / 2 }
}
