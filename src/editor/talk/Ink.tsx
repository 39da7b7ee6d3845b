// A pen and a laser pointer over the picture. Nothing of it is kept: ink goes with the step.
import { useEffect, useRef } from 'react'

export type InkTool = 'none' | 'laser' | 'pen'

interface InkProps {
  readonly tool: InkTool
  /** Ink is wiped off when this changes. */
  readonly page: string
}

export function Ink({ tool, page }: InkProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const dot = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const canvas = ref.current!
    // Without pixels it costs nothing, however large it lies over the picture.
    const wipe = () => {
      canvas.width = 0
      canvas.height = 0
    }
    wipe()
    const sizes = new ResizeObserver(wipe)
    sizes.observe(canvas)
    return () => sizes.disconnect()
  }, [page])

  useEffect(() => {
    if (tool === 'none') return
    const canvas = ref.current!
    const ctx = canvas.getContext('2d')!
    let last: { readonly x: number; readonly y: number } | undefined
    const move = (event: PointerEvent) => {
      const at = { x: event.clientX, y: event.clientY }
      if (tool === 'laser' && dot.current) dot.current.style.transform = `translate(${at.x}px, ${at.y}px)`
      if (tool !== 'pen' || !(event.buttons & 1)) {
        last = undefined
        return
      }
      const ratio = window.devicePixelRatio || 1
      if (canvas.width === 0) {
        canvas.width = canvas.clientWidth * ratio
        canvas.height = canvas.clientHeight * ratio
      }
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      ctx.lineWidth = Math.max(3, window.innerHeight / 220)
      ctx.lineCap = 'round'
      ctx.strokeStyle = '#d0247f'
      if (last) {
        ctx.beginPath()
        ctx.moveTo(last.x, last.y)
        ctx.lineTo(at.x, at.y)
        ctx.stroke()
      }
      last = at
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerdown', move)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerdown', move)
    }
  }, [tool])

  return (
    <>
      <canvas ref={ref} width={0} height={0} className={`talk-ink is-${tool}`} aria-hidden="true" />
      {tool === 'laser' && <div ref={dot} className="talk-laser" aria-hidden="true" />}
    </>
  )
}
