// The container of a font: WOFF apart into tables, tables together into a TrueType or a WOFF file.
import { unzlibSync, zlibSync } from 'fflate'

export type Tables = ReadonlyMap<string, Uint8Array>

const trueType = 0x00010000
const woffMark = 0x774f4646

/** The tables of a WOFF file, unpacked. Throws on anything else: the files are of the program, not of a stranger. */
export function readWoff(file: Uint8Array): Tables {
  const view = viewOf(file)
  if (view.getUint32(0) !== woffMark || view.getUint32(4) !== trueType) throw new Error('not a TrueType font in WOFF')
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = 44 + 20 * i
    const [offset, packedSize, size] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [number, number, number]
    const data = file.subarray(offset, offset + packedSize)
    tables.set(tagAt(view, entry), packedSize < size ? unzlibSync(data, { out: new Uint8Array(size) }) : data)
  }
  return tables
}

/** A TrueType file, as PDF wants it. */
export function writeTrueType(tables: Tables): Uint8Array {
  const sorted = sortedTables(tables)
  const sizes = sorted.map(([, data]) => padded(data.length))
  const head = 12 + 16 * sorted.length
  const file = new Uint8Array(sizes.reduce((sum, size) => sum + size, head))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  view.setUint32(0, trueType)
  view.setUint16(4, sorted.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, sorted.length * 16 - power * 16)
  let at = head
  sorted.forEach(([tag, data], i) => {
    const entry = 12 + 16 * i
    writeTag(view, entry, tag)
    view.setUint32(entry + 4, checksum(data))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, data.length)
    file.set(data, at)
    at += sizes[i]!
  })
  return file
}

/** A WOFF file, as a web page wants it. The same tables give the same bytes everywhere. */
export function writeWoff(tables: Tables): Uint8Array {
  const sorted = sortedTables(tables)
  const packed = sorted.map(([, data]) => {
    const small = zlibSync(data, { level: 9 })
    return small.length < data.length ? small : data
  })
  const head = 44 + 20 * sorted.length
  const file = new Uint8Array(packed.reduce((sum, data) => sum + padded(data.length), head))
  const view = viewOf(file)
  view.setUint32(0, woffMark)
  view.setUint32(4, trueType)
  view.setUint32(8, file.length)
  view.setUint16(12, sorted.length)
  view.setUint32(
    16,
    sorted.reduce((sum, [, data]) => sum + padded(data.length), 12 + 16 * sorted.length),
  )
  view.setUint16(20, 1)
  let at = head
  sorted.forEach(([tag, data], i) => {
    const entry = 44 + 20 * i
    writeTag(view, entry, tag)
    view.setUint32(entry + 4, at)
    view.setUint32(entry + 8, packed[i]!.length)
    view.setUint32(entry + 12, data.length)
    view.setUint32(entry + 16, checksum(data))
    file.set(packed[i]!, at)
    at += padded(packed[i]!.length)
  })
  return file
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function sortedTables(tables: Tables): [string, Uint8Array][] {
  return [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function checksum(data: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < data.length; i++) sum = (sum + ((data[i]! << (8 * (3 - (i & 3)))) >>> 0)) >>> 0
  return sum
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}

function writeTag(view: DataView, at: number, tag: string): void {
  for (let i = 0; i < 4; i++) view.setUint8(at + i, tag.charCodeAt(i))
}
