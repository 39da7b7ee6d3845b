// The screen belongs to the talk: whole, and awake. Where the browser refuses, the talk goes on in the window.
import { useEffect, type RefObject } from 'react'

export function useScreen(ref: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = ref.current
    takeScreen(element)
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const hold = () => {
      if (document.visibilityState !== 'visible') return
      navigator.wakeLock
        ?.request('screen')
        .then((given) => {
          if (isOver) void given.release()
          else lock = given
        })
        .catch(() => undefined)
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release().catch(() => undefined)
      if (document.fullscreenElement === element) void document.exitFullscreen().catch(() => undefined)
    }
  }, [ref])
}

export function toggleScreen(element: HTMLElement | null) {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  else takeScreen(element)
}

export function takeScreen(element: HTMLElement | null) {
  if (!document.fullscreenElement) void element?.requestFullscreen?.().catch(() => undefined)
}
