// The table GPOS with nothing in it but kerning between pairs of glyphs.
import { viewOf } from './sfnt'

/** By the first glyph, by the second glyph. */
export type Pairs = ReadonlyMap<number, ReadonlyMap<number, number>>

/** One script, one feature, one lookup, one subtable of format 1. */
export function writePairs(pairs: Pairs): Uint8Array {
  const firsts = [...pairs].sort(([a], [b]) => a - b)
  const words: number[] = []
  const tag = (text: string) => words.push(...[0, 2].map((i) => (text.charCodeAt(i) << 8) | text.charCodeAt(i + 1)))
  // Version 1.0 and where scripts, features and lookups begin, in bytes.
  words.push(1, 0, 10, 30, 44)
  // Scripts: one for all, whose only language has feature 0.
  words.push(1)
  tag('DFLT')
  words.push(8, 4, 0, 0, 0xffff, 1, 0)
  words.push(1)
  tag('kern')
  words.push(8, 0, 1, 0)
  // Lookups: one, of kind 2 (pairs), with one subtable.
  words.push(1, 4, 2, 0, 1, 8)
  const start = words.length
  // The subtable: first glyphs listed apart, and for each a set of second glyphs with how much nearer they come.
  const head = 5 + firsts.length
  let at = head + 2 + firsts.length
  words.push(1, 2 * head, 4, 0, firsts.length)
  for (const [, seconds] of firsts) {
    words.push(2 * at)
    at += 1 + 2 * seconds.size
  }
  words.push(1, firsts.length, ...firsts.map(([glyph]) => glyph))
  for (const [, seconds] of firsts) {
    words.push(seconds.size)
    for (const [glyph, value] of [...seconds].sort(([a], [b]) => a - b)) words.push(glyph, value & 0xffff)
  }
  if (2 * (words.length - start) > 0xffff) throw new Error('more pairs than the table can hold')
  const bytes = new Uint8Array(2 * words.length)
  const view = viewOf(bytes)
  words.forEach((word, i) => view.setUint16(2 * i, word))
  return bytes
}
