// Which lines of a long list are in view: only these are on the page.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** More lines above and below than are seen, so that scrolling does not show gaps. */
const spare = 8

export interface ListWindow {
  readonly from: number
  readonly to: number
  /** Room for the lines that are not on the page, in pixels. */
  readonly before: number
  readonly after: number
  /** How many lines are seen at once. */
  readonly page: number
  readonly scrollTo: (index: number) => void
}

/** The element is the one that scrolls. */
export function useWindow(count: number, ref: RefObject<HTMLDivElement | null>): ListWindow {
  const [{ top, height, line }, setPlace] = useState({ top: 0, height: 600, line: 26 })

  useLayoutEffect(() => {
    const element = ref.current!
    const look = () => {
      // A finger needs higher lines than a mouse: the style sheet decides.
      const line = Number.parseFloat(getComputedStyle(element).getPropertyValue('--line')) || 26
      setPlace({ top: element.scrollTop, height: element.clientHeight, line })
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [ref])

  const wanted = useRef<number>(undefined)
  const scroll = useCallback(() => {
    const element = ref.current
    const index = wanted.current
    if (!element || index === undefined) return
    wanted.current = undefined
    const [start, end] = [index * line, (index + 1) * line]
    if (start < element.scrollTop) element.scrollTop = start
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
  }, [line, ref])
  useEffect(scroll, [count, scroll])

  const from = Math.max(0, Math.floor(top / line) - spare)
  const to = Math.min(count, Math.ceil((top + height) / line) + spare)
  return {
    from,
    to,
    before: from * line,
    after: Math.max(0, count - to) * line,
    page: Math.max(1, Math.floor(height / line) - 1),
    scrollTo: useCallback(
      (index) => {
        wanted.current = index
        scroll()
      },
      [scroll],
    ),
  }
}
