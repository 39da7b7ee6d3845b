// What a page has to show: the pictures that an exported page carries, or the one of an SVG.
import type { Payload } from '../payload'

export interface Read {
  readonly payload?: Payload
  /** An SVG that came without anything to turn to. */
  readonly alone?: string
}

/** The page was exported, or is an SVG alone. */
export async function read(page: Document): Promise<Read> {
  const packed = page.getElementById('pictures')?.textContent
  if (!packed) return { alone: page.querySelector('svg')?.outerHTML ?? '' }
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return { payload: (await new Response(stream).json()) as Payload }
}
