// The keys of the window belong to the talk, wherever the focus is; what has the focus and means them itself keeps them.
import { useEffect, useRef, type RefObject } from 'react'
import { isKeyOf, talkAction, type TalkAction } from './keys'

/** `isTyping`: the number of a step, which Enter ends. */
export function useTalkKeys(root: RefObject<HTMLElement | null>, isTyping: boolean, act: (action: TalkAction) => void) {
  const now = useRef({ isTyping, act })
  useEffect(() => {
    now.current = { isTyping, act }
    // What had the focus may be gone with a sheet or a step.
    if (!root.current?.contains(document.activeElement)) root.current?.focus()
  })
  useEffect(() => {
    const element = root.current!
    const onKey = (event: KeyboardEvent) => {
      const field = event.target instanceof Element && element.contains(event.target) ? event.target : element
      const hasEnter = event.key === 'Enter' && now.current.isTyping
      if (event.defaultPrevented || event.isComposing || (isKeyOf(field, event) && !hasEnter)) return
      const action = talkAction(event)
      if (action === undefined) return
      event.preventDefault()
      event.stopPropagation()
      // Who leaves a slider has not left the talk.
      if (action === 'end' && field.matches('input, select')) element.focus()
      else now.current.act(action)
    }
    // Below the talk lies the editor.
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && !element.contains(target)) element.focus()
    }
    window.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', onFocus)
    }
  }, [root])
}
