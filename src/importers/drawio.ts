// The document inside a draw.io file that Frieze exported, also when draw.io has squeezed its pages.
import { inflateSync, strFromU8 } from 'fflate'
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { largestFile } from '../document/json'
import { reading } from '../document/sentences/reading'

export function looksLikeDrawio(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:mxfile|mxGraphModel)\b/.test(text)
}

/** A file that was cut has no quotation mark behind it. */
const carried = /\bfriezeDocument="([^"]*)/
const squeezed = /<diagram\b[^>]*>([A-Za-z0-9+/=\s]+)<\/diagram>/g

/** Finds the packed document; a sentence when there is none, or it was altered. */
export function readDrawio(text: string): Unpacked {
  for (const page of pagesOf(text)) {
    const packed = carried.exec(page)?.[1]
    if (packed !== undefined && isPacked(packed)) return unpack(packed)
  }
  return { ok: false, message: reading.drawioMadeElsewhere() }
}

function* pagesOf(text: string): Generator<string> {
  yield text
  for (const [, page] of text.matchAll(squeezed)) {
    try {
      const bytes = Uint8Array.from(atob(page!.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
      const most = Math.min(bytes.length * 1032 + 64, 8 * largestFile)
      yield decodeURIComponent(strFromU8(inflateSync(bytes, { out: new Uint8Array(most) })))
    } catch {
      // Squeezed in a way that draw.io does not know, either.
    }
  }
}
