// The chunks of a PNG file, taken apart and put together: a document travels in one of them.

export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

/** Of the chunk that holds a document. */
export const documentKeyword = 'frieze'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

/** The chunks, or undefined when the file was cut or altered: each has a checksum. */
export function readChunks(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    if (length > bytes.length - at - 12) return undefined
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (view.getUint32(at + 8 + length) !== checksum(bytes.subarray(at + 4, at + 8 + length))) return undefined
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
    at += 12 + length
  }
  return undefined
}

export function writeChunks(chunks: readonly Chunk[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { data }) => sum + 12 + data.length, signature.length))
  const view = new DataView(bytes.buffer)
  bytes.set(signature)
  let at = signature.length
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length)
    for (let i = 0; i < 4; i++) bytes[at + 4 + i] = type.charCodeAt(i)
    bytes.set(data, at + 8)
    view.setUint32(at + 8 + data.length, checksum(bytes.subarray(at + 4, at + 8 + data.length)))
    at += 12 + data.length
  }
  return bytes
}

/** A chunk of type iTXt: a keyword and a text in UTF-8. */
export function textChunk(keyword: string, text: string): Chunk {
  // Not compressed, of no language, and the keyword not translated.
  return { type: 'iTXt', data: new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`) }
}

/** The text of the first iTXt chunk with a keyword, when it is not compressed. */
export function textOf(chunks: readonly Chunk[], keyword: string): string | undefined {
  for (const { type, data } of chunks) {
    if (type !== 'iTXt') continue
    const text = new TextDecoder().decode(data)
    const [, key, body] = /^([^\0]*)\0\0\0[^\0]*\0[^\0]*\0([^]*)$/.exec(text) ?? []
    if (key === keyword) return body
  }
  return undefined
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
