// A field over the canvas, in the place of the words that it changes: it takes the focus, Enter or leaving it ends it, Escape
// gives it up, and an input method keeps its own Enter.
import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** `finish` is told once: the words, or undefined where they were given up. */
export function useInPlace<F extends Field>(finish: (text: string | undefined) => void, { hasLines = false } = {}) {
  const ref = useRef<F>(null)
  const isDone = useRef(false)
  useEffect(() => {
    isDone.current = false
    ref.current?.focus({ preventScroll: true })
    ref.current?.select()
  }, [])
  function end(text: string | undefined) {
    if (isDone.current) return
    isDone.current = true
    finish(text)
  }
  return {
    ref,
    onBlur: (event: FocusEvent<F>) => end(event.currentTarget.value),
    onKeyDown(event: KeyboardEvent<F>) {
      event.stopPropagation()
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && !(hasLines && event.shiftKey)) {
        event.preventDefault()
        end(event.currentTarget.value)
      }
      if (event.key === 'Escape') end(undefined)
    },
  }
}
