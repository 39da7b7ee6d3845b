// The document inside an SVG that Frieze exported.
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { reading } from '../document/sentences/reading'

/** Finds the packed document in the text of an SVG; a sentence when there is none or it was altered. */
export function readSvg(text: string): Unpacked {
  const start = text.indexOf('<metadata>')
  const stop = text.indexOf('</metadata>', start)
  // A file that was cut has no end of it; what is left is unpacked all the same, which says so.
  const packed = start < 0 ? '' : text.slice(start + '<metadata>'.length, stop < 0 ? undefined : stop)
  if (!isPacked(packed)) return { ok: false, message: reading.svgMadeElsewhere() }
  return unpack(packed)
}
