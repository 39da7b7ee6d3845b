// Tells the style sheet the zoom, so that what hands aim at keeps its size on the screen. Not through React: it changes
// with every frame of a zoom.
import { useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { foldMarkZoom } from '../painting/overlay'

export function useZoomStyle(ref: RefObject<HTMLElement | null>) {
  const flow = useStoreApi()
  useEffect(() => {
    let last = 0
    const tell = () => {
      const zoom = flow.getState().transform[2]
      if (zoom === last || !ref.current) return
      last = zoom
      ref.current.style.setProperty('--zoom', String(zoom))
      ref.current.classList.toggle('is-far', zoom < foldMarkZoom)
    }
    tell()
    return flow.subscribe(tell)
  }, [flow, ref])
}
