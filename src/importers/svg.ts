// The document inside an SVG that Frieze exported.
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { reading } from '../document/sentences/reading'

/** Finds the packed document in the text of an SVG; a sentence when there is none or it was altered. */
export function readSvg(text: string): Unpacked {
  const start = text.indexOf('<metadata>')
  const stop = text.indexOf('</metadata>', start)
  const packed = start < 0 || stop < 0 ? '' : text.slice(start + '<metadata>'.length, stop)
  if (!isPacked(packed)) return { ok: false, message: reading.svgMadeElsewhere() }
  return unpack(packed)
}
