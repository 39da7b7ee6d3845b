// A font with only the glyphs that a figure uses, whole enough for browsers and for PDF viewers.
import { metrics, kernBase, type Weight } from '../../drawing/metrics/advances'
import { partsOf, type Font } from './font'
import { writePairs, type Pairs } from './pairs'
import { viewOf, type Tables } from './sfnt'

export interface Subset {
  readonly tables: Tables
  /** The new number of each sign's glyph. */
  readonly glyphs: ReadonlyMap<number, number>
}

/** Files of one face, each with the signs that are drawn from it. */
export type Sources = ReadonlyMap<Font, Iterable<number>>

/** A glyph of one of the files. */
interface Taken {
  readonly font: Font
  readonly glyph: number
}

/** Takes the glyphs of some signs into one font; pairs of Arimo keep their kerning. */
export function subset(sources: Sources, kerning?: Weight): Subset {
  const [first] = sources.keys()
  if (!first) throw new Error('a font without a source')
  const wanted = [...sources].flatMap(([font, codes]) =>
    [...new Set(codes)].filter((code) => font.glyph(code)).map((code) => ({ font, glyph: font.glyph(code), code })),
  )
  wanted.sort((a, b) => a.code - b.code)
  const taken = new Glyphs([{ font: first, glyph: 0 }, ...wanted])
  const glyphs = new Map(wanted.map(({ code, ...one }) => [code, taken.numberOf(one)]))
  const tables = new Map(['head', 'hhea', 'maxp', 'OS/2', 'prep', 'gasp'].flatMap((tag) => copyOf(first, tag)))
  for (const font of sources.keys()) widen(tables, font)
  const { glyf, loca } = writeGlyphs(taken)
  tables.set('glyf', glyf).set('loca', loca).set('hmtx', writeMetrics(taken.all))
  tables.set('cmap', writeCodes(glyphs)).set('post', writePost()).set('name', writeName())
  if (kerning) {
    const pairs = pairsOf(glyphs, metrics[kerning].kerns, first.unitsPerEm)
    if (pairs.size) tables.set('GPOS', writePairs(pairs))
  }
  viewOf(tables.get('head')!).setInt16(50, 1)
  viewOf(tables.get('hhea')!).setUint16(34, taken.all.length)
  viewOf(tables.get('maxp')!).setUint16(4, taken.all.length)
  return { tables, glyphs }
}

function copyOf(font: Font, tag: string): [string, Uint8Array][] {
  const table = font.tables.get(tag)
  return table ? [[tag, table.slice()]] : []
}

/** Limits and the box around all glyphs hold for every file. */
function widen(tables: ReadonlyMap<string, Uint8Array>, font: Font): void {
  const [head, maxp] = ['head', 'maxp'].map((tag) => viewOf(tables.get(tag)!)) as [DataView, DataView]
  const [otherHead, otherMaxp] = ['head', 'maxp'].map((tag) => viewOf(font.tables.get(tag)!)) as [DataView, DataView]
  for (const at of [36, 38]) head.setInt16(at, Math.min(head.getInt16(at), otherHead.getInt16(at)))
  for (const at of [40, 42]) head.setInt16(at, Math.max(head.getInt16(at), otherHead.getInt16(at)))
  for (let at = 6; at + 2 <= maxp.byteLength; at += 2)
    maxp.setUint16(at, Math.max(maxp.getUint16(at), otherMaxp.getUint16(at)))
}

/** Each glyph once, in the order in which they are asked for, with those that they are put together from. */
class Glyphs {
  readonly all: Taken[] = []
  readonly #numbers = new Map<Font, Map<number, number>>()

  constructor(wanted: readonly Taken[]) {
    for (const one of wanted) this.#add(one)
    for (const { font, glyph } of this.all)
      for (const part of partsOf(font.data(glyph))) this.#add({ font, glyph: part.glyph })
  }

  numberOf({ font, glyph }: Taken): number {
    return this.#numbers.get(font)!.get(glyph)!
  }

  #add({ font, glyph }: Taken): void {
    const known = this.#numbers.get(font) ?? new Map<number, number>()
    this.#numbers.set(font, known)
    if (known.has(glyph)) return
    known.set(glyph, this.all.length)
    this.all.push({ font, glyph })
  }
}

function writeGlyphs(taken: Glyphs) {
  const pieces = taken.all.map(({ font, glyph }) => {
    const data = font.data(glyph).slice()
    for (const part of partsOf(data)) viewOf(data).setUint16(part.at, taken.numberOf({ font, glyph: part.glyph }))
    return data
  })
  const loca = new Uint8Array(4 * (pieces.length + 1))
  const starts = viewOf(loca)
  let at = 0
  pieces.forEach((piece, i) => {
    starts.setUint32(4 * i, at)
    at += (piece.length + 3) & ~3
  })
  starts.setUint32(4 * pieces.length, at)
  const glyf = new Uint8Array(at)
  pieces.forEach((piece, i) => glyf.set(piece, starts.getUint32(4 * i)))
  return { glyf, loca }
}

function writeMetrics(all: readonly Taken[]): Uint8Array {
  const bytes = new Uint8Array(4 * all.length)
  const view = viewOf(bytes)
  all.forEach(({ font, glyph }, i) => {
    const data = font.data(glyph)
    view.setUint16(4 * i, font.advance(glyph))
    view.setInt16(4 * i + 2, data.length ? viewOf(data).getInt16(2) : 0)
  })
  return bytes
}

/** One subtable of format 12, which holds any sign. */
function writeCodes(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(12 + 16 + 12 * glyphs.size)
  const view = viewOf(bytes)
  view.setUint16(2, 1)
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, 16 + 12 * glyphs.size)
  view.setUint32(24, glyphs.size)
  let at = 28
  for (const [code, glyph] of glyphs) {
    view.setUint32(at, code)
    view.setUint32(at + 4, code)
    view.setUint32(at + 8, glyph)
    at += 12
  }
  return bytes
}

/** Format 3: the glyphs have no names. */
function writePost(): Uint8Array {
  const bytes = new Uint8Array(32)
  viewOf(bytes).setUint32(0, 0x00030000)
  return bytes
}

/** An empty list of names, which browsers ask for. */
function writeName(): Uint8Array {
  const bytes = new Uint8Array(6)
  viewOf(bytes).setUint16(4, 6)
  return bytes
}

/** The kerning between the glyphs, in units of the em. */
function pairsOf(glyphs: ReadonlyMap<number, number>, kerns: ReadonlyMap<number, number>, unitsPerEm: number): Pairs {
  const pairs = new Map<number, Map<number, number>>()
  for (const [left, first] of glyphs)
    for (const [right, second] of glyphs) {
      const ems = kerns.get(left * kernBase + right)
      if (!ems) continue
      if (!pairs.has(first)) pairs.set(first, new Map())
      pairs.get(first)!.set(second, Math.round(ems * unitsPerEm))
    }
  return pairs
}
