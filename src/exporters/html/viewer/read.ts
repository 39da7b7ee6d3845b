// What a text has to show: the pictures that an exported page carries, or the one of an SVG.
import type { Payload } from '../payload'

export interface Read {
  readonly payload?: Payload
  /** An SVG that came without anything to turn to. */
  readonly alone?: string
}

/** `text` is an exported page, or an SVG. */
export async function read(text: string): Promise<Read> {
  const page = new DOMParser().parseFromString(text, 'text/html')
  const packed = page.getElementById('pictures')?.textContent
  if (!packed) return { alone: page.querySelector('svg')?.outerHTML ?? '' }
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return { payload: (await new Response(stream).json()) as Payload }
}
