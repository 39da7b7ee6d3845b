// The figure as it will be seen: whole on its sheet, or as large as it is there.
import { useEffect, useRef, type DragEvent } from 'react'
import type { Primitive } from '../../drawing/primitives'
import type { Page } from '../../exporters/exporter'
import type { TargetName } from '../../exporters/targets'
import { useSay } from '../strings/language'
import { useSize } from '../useSize'
import { play } from './play'
import { paintSheet, sheetOf } from './sheet'

interface SheetPreviewProps {
  readonly page: Page | undefined
  /** The data travels in the file, and so it does here. */
  readonly isMoving: boolean
  readonly fit: TargetName | 'none'
  readonly isTrueSize: boolean
  /** What is shown is out of date: the next is being laid out. */
  readonly isWaiting: boolean
  readonly isDark: boolean
  readonly canDrag: boolean
  /** The hand comes near: what it may drag can be made ready. */
  readonly onApproach: () => void
  readonly onDrag: (event: DragEvent) => void
}

/** A browser holds no larger canvas, and nobody sees more. */
const mostPixels = 16_000_000

export function SheetPreview(props: SheetPreviewProps) {
  const { page, isMoving, fit, isTrueSize, isWaiting, isDark, canDrag, onApproach, onDrag } = props
  const say = useSay()
  const scene = page?.scene
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const room = useSize(box)
  useEffect(() => {
    const target = canvas.current
    const ctx = target?.getContext('2d')
    if (!target || !ctx || !scene || !room?.width) return
    const sheet = sheetOf(scene, fit)
    const { width, height } = sheet.size
    const whole = Math.min((room.width - 24) / width, (room.height - 24) / height)
    const zoom = isTrueSize ? 1 : Math.min(whole, fit === 'none' ? 1 : 2)
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / (width * height * zoom * zoom)))
    target.width = Math.round(width * zoom * ratio)
    target.height = Math.round(height * zoom * ratio)
    target.style.width = `${width * zoom}px`
    target.style.height = `${height * zoom}px`
    const draw = (tokens: readonly Primitive[] = []) => paintSheet(ctx, scene, sheet, fit, zoom * ratio, tokens)
    const drawStill = () => draw()
    drawStill()
    document.fonts.addEventListener('loadingdone', drawStill)
    const stop = isMoving && page ? play(page, draw) : undefined
    return () => {
      stop?.()
      document.fonts.removeEventListener('loadingdone', drawStill)
    }
  }, [page, scene, fit, isTrueSize, isMoving, room])
  const isClear = fit === 'none' && scene !== undefined && scene.background === undefined
  return (
    // It scrolls where the sheet is larger; a region that scrolls can be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className="export-room" role="region" aria-label={say('export.preview')} tabIndex={0}>
      <canvas
        ref={canvas}
        className={`export-sheet ${isClear ? 'is-clear' : ''} ${isDark ? 'is-dark' : ''} ${isWaiting ? 'is-waiting' : ''}`}
        role="img"
        aria-label={scene?.title ?? ''}
        draggable={canDrag}
        title={say('export.drag')}
        onPointerEnter={onApproach}
        onDragStart={onDrag}
      />
    </div>
  )
}
