// A TrueType font: which glyph a sign has, how wide it is and what it looks like.
import { readWoff, viewOf, type Tables } from './sfnt'

export interface Font {
  readonly tables: Tables
  readonly unitsPerEm: number
  /** 0, the box that stands for what is missing, when the font lacks the sign. */
  glyph(code: number): number
  /** In units of the em. */
  advance(glyph: number): number
  /** Curves in units of the em, y upward. */
  contours(glyph: number): readonly Contour[]
  /** The glyph's own bytes in the table `glyf`. */
  data(glyph: number): Uint8Array
}

/** Points in order; between two that are off the curve lies one on it. */
export type Contour = readonly ContourPoint[]

export interface ContourPoint {
  readonly x: number
  readonly y: number
  readonly isOn: boolean
}

export function openFont(woff: Uint8Array): Font {
  const tables = readWoff(woff)
  const table = (tag: string): DataView => viewOf(tables.get(tag) ?? missing(tag))
  const [head, hhea, hmtx, loca] = [table('head'), table('hhea'), table('hmtx'), table('loca')]
  const glyf = tables.get('glyf') ?? missing('glyf')
  const codes = readCodes(table('cmap'))
  const metrics = hhea.getUint16(34)
  const isLong = head.getInt16(50) === 1
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const data = (glyph: number) => glyf.subarray(offset(glyph), offset(glyph + 1))
  const known = new Map<number, readonly Contour[]>()
  const contours = (glyph: number): readonly Contour[] => {
    let found = known.get(glyph)
    if (!found) known.set(glyph, (found = readGlyph(data(glyph), contours)))
    return found
  }
  return {
    tables,
    unitsPerEm: head.getUint16(18),
    glyph: (code) => codes.get(code) ?? 0,
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    contours,
    data,
  }
}

function missing(tag: string): never {
  throw new Error(`the font has no table ${tag}`)
}

/** Code points to glyphs, from the widest Unicode subtable. */
function readCodes(cmap: DataView): Map<number, number> {
  const codes = new Map<number, number>()
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(8 + 8 * i))
  const byFormat = (format: number) => subtables.find((at) => cmap.getUint16(at) === format)
  const wide = byFormat(12)
  const at = wide ?? byFormat(4)
  if (at === undefined) throw new Error('the font has no Unicode subtable that is understood')
  if (wide !== undefined) {
    for (let group = 0; group < cmap.getUint32(at + 12); group++) {
      const [first, last, glyph] = [16, 20, 24].map((by) => cmap.getUint32(at + by + 12 * group)) as [
        number,
        number,
        number,
      ]
      for (let code = first; code <= last; code++) codes.set(code, glyph + code - first)
    }
    return codes
  }
  const count = cmap.getUint16(at + 6) / 2
  for (let i = 0; i < count; i++) {
    const column = (n: number) => at + 14 + 2 * i + n * 2 * count
    const [last, first] = [cmap.getUint16(column(0)), cmap.getUint16(column(1) + 2)]
    const [delta, range] = [cmap.getUint16(column(2) + 2), cmap.getUint16(column(3) + 2)]
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : cmap.getUint16(column(3) + 2 + range + 2 * (code - first))
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph) codes.set(code, glyph)
    }
  }
  return codes
}

function readGlyph(data: Uint8Array, contoursOf: (glyph: number) => readonly Contour[]): readonly Contour[] {
  if (data.length === 0) return []
  const count = viewOf(data).getInt16(0)
  if (count >= 0) return readSimple(data, count)
  return partsOf(data).flatMap(({ glyph, matrix: [a, b, c, d, e, f] }) =>
    contoursOf(glyph).map((contour) =>
      contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + e, y: b * x + d * y + f, isOn })),
    ),
  )
}

function readSimple(data: Uint8Array, count: number): Contour[] {
  const view = viewOf(data)
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * count
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = view.getUint8(at++)
    const times = flag & 8 ? view.getUint8(at++) + 1 : 1
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  const read = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++)
      else if (!(flag & same)) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = read(2, 16)
  const ys = read(4, 32)
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : ends[i - 1]! + 1
    return flags
      .slice(start, end + 1)
      .map((flag, j) => ({ x: xs[start + j]!, y: ys[start + j]!, isOn: (flag & 1) === 1 }))
  })
}

export interface GlyphPart {
  readonly glyph: number
  /** Where the part's number stands in the glyph's bytes. */
  readonly at: number
  readonly matrix: readonly [number, number, number, number, number, number]
}

/** The glyphs that a glyph is put together from; none for one that is drawn by itself. */
export function partsOf(data: Uint8Array): GlyphPart[] {
  const view = viewOf(data)
  if (data.length === 0 || view.getInt16(0) >= 0) return []
  const parts: GlyphPart[] = []
  let at = 10
  for (let flags = 0x20; flags & 0x20;) {
    flags = view.getUint16(at)
    const place = at + 2
    at += 4
    const isWide = (flags & 1) !== 0
    // Two points laid on each other, which no bundled font does, would be the other meaning.
    const shift = (by: number) => (isWide ? view.getInt16(at + 2 * by) : view.getInt8(at + by))
    const [e, f] = flags & 2 ? [shift(0), shift(1)] : [0, 0]
    at += isWide ? 4 : 2
    const scale = () => {
      at += 2
      return view.getInt16(at - 2) / 16384
    }
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & 8) a = d = scale()
    else if (flags & 0x40) [a, d] = [scale(), scale()]
    else if (flags & 0x80) [a, b, c, d] = [scale(), scale(), scale(), scale()]
    parts.push({ glyph: view.getUint16(place), at: place, matrix: [a, b, c, d, e, f] })
  }
  return parts
}
