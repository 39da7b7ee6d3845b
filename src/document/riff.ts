// The chunks of a WebP file: a document travels in the one for descriptions (XMP).

export interface RiffChunk {
  readonly type: string
  readonly data: Uint8Array
}

export function isWebp(bytes: Uint8Array): boolean {
  return nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WEBP'
}

/** The chunks, or undefined when the file was cut. */
export function readRiff(bytes: Uint8Array): RiffChunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(4, true) + 8 > bytes.length) return undefined
  const chunks: RiffChunk[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true)
    if (length > bytes.length - at - 8) return undefined
    chunks.push({ type: nameAt(bytes, at), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length & 1)
  }
  return chunks
}

export function writeRiff(chunks: readonly RiffChunk[]): Uint8Array {
  const even = (length: number) => length + (length & 1)
  const bytes = new Uint8Array(chunks.reduce((sum, { data }) => sum + 8 + even(data.length), 12))
  const view = new DataView(bytes.buffer)
  const name = (at: number, text: string) =>
    bytes.set(
      Uint8Array.from(text, (c) => c.charCodeAt(0)),
      at,
    )
  name(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  name(8, 'WEBP')
  let at = 12
  for (const { type, data } of chunks) {
    name(at, type)
    view.setUint32(at + 4, data.length, true)
    bytes.set(data, at + 8)
    at += 8 + even(data.length)
  }
  return bytes
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
