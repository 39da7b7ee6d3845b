// A finger drawn across goes to the next step or back.
import { useEffect, useRef, type RefObject } from 'react'

const least = 60

export function useSwipe(ref: RefObject<HTMLElement | null>, go: (way: 'next' | 'back') => void) {
  const called = useRef(go)
  useEffect(() => {
    called.current = go
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let start: { readonly x: number; readonly y: number } | undefined
    const down = (event: TouchEvent) => {
      const [touch] = event.touches
      // A finger on a slider or a handle moves that.
      const isHandled = event.target instanceof Element && event.target.closest('input, select, button')
      start = !isHandled && event.touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : undefined
    }
    const up = (event: TouchEvent) => {
      const [touch] = event.changedTouches
      if (!start || !touch) return
      const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y]
      start = undefined
      if (Math.abs(dx) < least || Math.abs(dx) < 2 * Math.abs(dy)) return
      // A swipe is no press.
      event.preventDefault()
      called.current(dx < 0 ? 'next' : 'back')
    }
    element.addEventListener('touchstart', down, { passive: true })
    element.addEventListener('touchend', up)
    return () => {
      element.removeEventListener('touchstart', down)
      element.removeEventListener('touchend', up)
    }
  }, [ref])
}
