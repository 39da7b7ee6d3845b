// A document inside another file: compressed, with a checksum, so that a figure can be opened and edited again.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { fromBase64, toBase64 } from '../shared/base64'
import { largestFile } from './json'
import type { Message } from '../shared/message'
import { reading } from './sentences/reading'

const mark = 'frieze'

export type Unpacked = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: Message }

/** One line of ASCII that holds the text of a document. The same text gives the same line. */
export function pack(text: string): string {
  const bytes = strToU8(text)
  return [mark, 1, checksum(bytes), toBase64(deflateSync(bytes, { level: 9, mem: 8 }))].join(':')
}

/** What tells whether a text is still the one that left. */
export function checksumOf(text: string): string {
  return checksum(strToU8(text))
}

/** True when a line looks as if `pack` had made it. */
export function isPacked(line: string): boolean {
  return line.trimStart().startsWith(`${mark}:`)
}

/** The text that was packed; a sentence when it was cut, altered or made by a later version. */
export function unpack(line: string): Unpacked {
  const [name, version, sum, data] = line.trim().split(':')
  if (name !== mark || data === undefined) return { ok: false, message: reading.nothingCarried() }
  if (version !== '1') return { ok: false, message: reading.packedLater({ version: version ?? '?' }) }
  const altered = { ok: false, message: reading.carriedAltered() } as const
  try {
    const packed = fromBase64(data)
    const bytes = inflateSync(packed, { out: new Uint8Array(Math.min(packed.length * 1032 + 64, largestFile + 1)) })
    if (bytes.length > largestFile) return { ok: false, message: reading.carriedTooLarge() }
    return checksum(bytes) === sum ? { ok: true, text: strFromU8(bytes) } : altered
  } catch {
    return altered
  }
}

/** FNV-1a over 64 bits, in base 36. */
function checksum(bytes: Uint8Array): string {
  let [low, high] = [0x84222325, 0xcbf29ce4]
  for (const byte of bytes) {
    low ^= byte
    const l = (low & 0xffff) * 0x1b3
    const m = (low >>> 16) * 0x1b3 + (l >>> 16)
    high = (Math.imul(high, 0x1b3) + (low << 8) + (m >>> 16)) >>> 0
    low = (((m & 0xffff) << 16) | (l & 0xffff)) >>> 0
  }
  return high.toString(36) + low.toString(36)
}
