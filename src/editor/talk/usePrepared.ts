// Draws a component again whenever another picture of its talk is ready; the talk ends with it.
import { useEffect, useState } from 'react'
import type { Talk } from './prepare'

export function usePrepared(talk: Talk | undefined) {
  const [, setPrepared] = useState(0)
  useEffect(() => {
    const stop = talk?.subscribe(() => setPrepared((count) => count + 1))
    return () => {
      stop?.()
      talk?.close()
    }
  }, [talk])
}
