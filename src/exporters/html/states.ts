// What the viewer of a page reads from it: one entry for each picture.
import { deflateSync, strToU8 } from 'fflate'
import type { Page } from '../exporter'

export interface ViewerState {
  readonly title: string
  readonly phase: string
  readonly variant: string
  /** Paths of the containers that stand open, sorted. */
  readonly open: readonly string[]
  /** Of the lecture, from 1. */
  readonly step?: number
  /** The picture: SVG, deflated, in base64; empty for the first, which stands in the page as it is. */
  readonly picture: string
}

export function stateOf({ title, scene, drawn, step }: Page, svg: string): ViewerState {
  const view = drawn?.view
  return {
    title: title ?? scene.title,
    phase: drawn?.analysis.phase?.id ?? '',
    variant: drawn?.analysis.variant?.id ?? '',
    open: [...(view?.unfolded ?? [])].sort(),
    ...(step !== undefined && { step }),
    picture: svg && base64(deflateSync(strToU8(svg), { level: 9 })),
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
