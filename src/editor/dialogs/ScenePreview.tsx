// A scene, small, on a canvas: by the same painter as the large one.
import { useEffect, useRef } from 'react'
import { paint } from '../../drawing/canvas'
import type { Scene } from '../../scene/scene'

interface ScenePreviewProps {
  readonly scene: Scene | undefined
  readonly width: number
  readonly height: number
}

export function ScenePreview({ scene, width, height }: ScenePreviewProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current!
    const ctx = canvas.getContext('2d')!
    const ratio = window.devicePixelRatio || 1
    canvas.width = width * ratio
    canvas.height = height * ratio
    if (!scene) return
    const zoom = Math.min(width / scene.width, height / scene.height)
    const draw = () => {
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.clearRect(0, 0, canvas.width, canvas.height)
      if (scene.background) {
        ctx.fillStyle = scene.background
        ctx.fillRect(0, 0, canvas.width, canvas.height)
      }
      const left = (width - scene.width * zoom) / 2
      const top = (height - scene.height * zoom) / 2
      ctx.setTransform(zoom * ratio, 0, 0, zoom * ratio, left * ratio, top * ratio)
      paint(ctx, scene.primitives)
    }
    draw()
    document.fonts.addEventListener('loadingdone', draw)
    return () => document.fonts.removeEventListener('loadingdone', draw)
  }, [scene, width, height])
  return <canvas ref={ref} className="preview" style={{ width, height }} aria-hidden="true" />
}
