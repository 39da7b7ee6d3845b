// A pen is a mouse: on the ground it draws a box. The browser also reports it as a finger, which would pan beneath it.
import { useEffect, type RefObject } from 'react'

export function usePen(canvas: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let isPen = false
    const remember = (event: PointerEvent) => {
      isPen = event.pointerType === 'pen'
    }
    const keep = (event: TouchEvent) => {
      const isOnGround = event.target instanceof Element && event.target.classList.contains('react-flow__pane')
      if (isPen && isOnGround && !element.classList.contains('is-hand')) event.stopPropagation()
    }
    element.addEventListener('pointerdown', remember, { capture: true })
    element.addEventListener('touchstart', keep, { capture: true, passive: true })
    return () => {
      element.removeEventListener('pointerdown', remember, { capture: true })
      element.removeEventListener('touchstart', keep, { capture: true })
    }
  }, [canvas])
}
