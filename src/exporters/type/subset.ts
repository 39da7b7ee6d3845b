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

/** Takes the glyphs of some signs; pairs of Arimo keep their kerning. */
export function subset(font: Font, codes: Iterable<number>, kerning?: Weight): Subset {
  const sorted = [...new Set(codes)].filter((code) => font.glyph(code)).sort((a, b) => a - b)
  const old = withParts(font, [0, ...sorted.map((code) => font.glyph(code))])
  const renumbered = new Map(old.map((glyph, i) => [glyph, i]))
  const glyphs = new Map(sorted.map((code) => [code, renumbered.get(font.glyph(code))!]))
  const tables = new Map(['head', 'hhea', 'maxp', 'OS/2', 'prep', 'gasp'].flatMap((tag) => copyOf(font, tag)))
  const { glyf, loca } = writeGlyphs(font, old, renumbered)
  tables.set('glyf', glyf).set('loca', loca).set('hmtx', writeMetrics(font, old))
  tables.set('cmap', writeCodes(glyphs)).set('post', writePost()).set('name', writeName())
  if (kerning) {
    const pairs = pairsOf(glyphs, metrics[kerning].kerns, viewOf(tables.get('head')!).getUint16(18))
    if (pairs.size) tables.set('GPOS', writePairs(pairs))
  }
  viewOf(tables.get('head')!).setInt16(50, 1)
  viewOf(tables.get('hhea')!).setUint16(34, old.length)
  viewOf(tables.get('maxp')!).setUint16(4, old.length)
  return { tables, glyphs }
}

function copyOf(font: Font, tag: string): [string, Uint8Array][] {
  const table = font.tables.get(tag)
  return table ? [[tag, table.slice()]] : []
}

/** Each glyph once, the missing one first, with those that others are put together from. */
function withParts(font: Font, glyphs: readonly number[]): number[] {
  const found = new Set(glyphs)
  for (const glyph of found) for (const part of partsOf(font.data(glyph))) found.add(part.glyph)
  return [...found]
}

function writeGlyphs(font: Font, old: readonly number[], renumbered: ReadonlyMap<number, number>) {
  const pieces = old.map((glyph) => {
    const data = font.data(glyph).slice()
    for (const part of partsOf(data)) viewOf(data).setUint16(part.at, renumbered.get(part.glyph)!)
    return data
  })
  const loca = new Uint8Array(4 * (old.length + 1))
  const starts = viewOf(loca)
  let at = 0
  pieces.forEach((piece, i) => {
    starts.setUint32(4 * i, at)
    at += (piece.length + 3) & ~3
  })
  starts.setUint32(4 * old.length, at)
  const glyf = new Uint8Array(at)
  pieces.forEach((piece, i) => glyf.set(piece, starts.getUint32(4 * i)))
  return { glyf, loca }
}

function writeMetrics(font: Font, old: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * old.length)
  const view = viewOf(bytes)
  old.forEach((glyph, i) => {
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
