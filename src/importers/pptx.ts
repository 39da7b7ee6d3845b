// The document inside a PowerPoint file that Frieze exported: a custom XML part, which PowerPoint keeps when it saves.
import { strFromU8, unzipSync } from 'fflate'
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { largestFile } from '../document/json'
import { reading } from '../document/sentences/reading'

/** True for a zip, which every Office file is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

const carried = /<(?:\w+:)?document\b[^>]*"urn:frieze:document"[^>]*>([^<]*)</

/** Finds the packed document; a sentence when there is none, or it was cut or altered. */
export function readPptx(bytes: Uint8Array): Unpacked {
  try {
    // PowerPoint gives its own numbers to such parts.
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^customXml\/item\d+\.xml$/.test(name) && originalSize <= 2 * largestFile,
    })
    for (const part of Object.values(parts)) {
      const packed = carried.exec(strFromU8(part))?.[1]
      if (packed !== undefined && isPacked(packed)) return unpack(packed)
    }
  } catch {
    return { ok: false, message: reading.notAPowerPoint() }
  }
  return { ok: false, message: reading.sourceDropped() }
}
