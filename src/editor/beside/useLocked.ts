// One camera for two pictures: what a hand does on one of them moves both.
import { useEffect, useState, type RefObject } from 'react'
import type { Point } from '../../shared/geometry'
import { zoomLimits, type View2D } from '../../scene/framing'

/** As far as a hand may move before a press is no press any more. */
const still = 4

export type Both = readonly [left: View2D, right: View2D]

export interface Locked {
  readonly cameras: Both | undefined
  /** A hand has brought it here, so it need not glide. */
  readonly isHeld: boolean
}

/**
 * `fitted`: as near as each other; a new one takes the cameras back from the hand. The wheel zooms where the pointer is,
 * dragging moves, a double press gives them back, and so do the keys + − 0.
 */
export function useLocked(
  area: RefObject<HTMLElement | null>,
  half: string,
  fitted: Both | undefined,
  onPress?: () => void,
): Locked {
  const [held, setHeld] = useState<{ readonly of: Both; readonly cameras: Both }>()
  const cameras = held && held.of === fitted ? held.cameras : fitted
  useEffect(() => {
    const element = area.current
    if (!element || !fitted) return
    const move = (change: (camera: View2D) => View2D) =>
      setHeld((before) => {
        const [left, right] = before?.of === fitted ? before.cameras : fitted
        return { of: fitted, cameras: [change(left), change(right)] }
      })
    const placeIn = (event: MouseEvent): Point | undefined => {
      const box = event.target instanceof Element ? event.target.closest(half)?.getBoundingClientRect() : undefined
      return box && { x: event.clientX - box.x, y: event.clientY - box.y }
    }
    let from: Point | undefined
    let moved = 0
    const on = <K extends keyof HTMLElementEventMap>(name: K, hear: (event: HTMLElementEventMap[K]) => void) => {
      element.addEventListener(name, hear as EventListener, { passive: false })
      return () => element.removeEventListener(name, hear as EventListener)
    }
    const offs = [
      on('wheel', (event) => {
        const at = placeIn(event)
        if (!at) return
        event.preventDefault()
        move((now) => zoomed(now, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), at))
      }),
      on('pointerdown', (event) => {
        if (event.button !== 0 || !placeIn(event)) return
        from = { x: event.clientX, y: event.clientY }
        moved = 0
        element.setPointerCapture(event.pointerId)
      }),
      on('pointermove', (event) => {
        if (!from) return
        const by = { x: event.clientX - from.x, y: event.clientY - from.y }
        moved = Math.max(moved, Math.hypot(by.x, by.y))
        if (moved < still) return
        from = { x: event.clientX, y: event.clientY }
        moved = Infinity
        move((now) => ({ ...now, x: now.x + by.x, y: now.y + by.y }))
      }),
      on('pointerup', () => {
        if (from && moved < still) onPress?.()
        from = undefined
      }),
      on('pointercancel', () => (from = undefined)),
      on('dblclick', () => setHeld(undefined)),
      on('keydown', (event) => {
        const factor = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key]
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const { clientWidth, clientHeight } = element
        if (factor) move((now) => zoomed(now, factor, { x: clientWidth / 4, y: clientHeight / 2 }))
        else if (event.key === '0') setHeld(undefined)
        else return
        event.preventDefault()
        event.stopPropagation()
      }),
    ]
    return () => offs.forEach((off) => off())
  }, [area, half, fitted, onPress])
  return { cameras, isHeld: cameras !== fitted }
}

function zoomed({ x, y, zoom }: View2D, factor: number, at: Point): View2D {
  const next = Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom * factor))
  const by = next / zoom
  return { x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by, zoom: next }
}
