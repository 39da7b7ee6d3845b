// Breaks a label into lines. Nothing is ever cut away: a line may have to be wider than asked, and then says so by its width.

import { extents, graphemes, type Extents } from './measure'
import type { Weight } from './metrics/advances'
import { hasCjk } from './scripts'
import { legalText } from './text'

/** Kinsoku: not at the start of a line. */
const clings =
  /[、。，．・：；？！）〕］｝〉》」』】〙〗〟’”ゝゞ々ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ％…‥,.:;?!)\]}%]/u
/** Kinsoku: not at the end of a line. */
const opens = /[（〔［｛〈《「『【〘〖〝‘“([{]/u

/**
 * Lines no wider than `maxWidth`, broken at spaces, after hyphens and slashes and between CJK signs; a word that is too
 * wide by itself is broken between graphemes. With `maxLines`, and a text too long for them, words stay whole
 * and the lines are as narrow as that many lines allow. A line break in the text is kept as one. `special`: see `extents`.
 */
export function wrap(
  text: string,
  size: number,
  weight: Weight,
  maxWidth: number,
  maxLines = Infinity,
  special?: ReadonlyMap<number, number>,
): string[] {
  const paragraphs = legalText(text)
    .split(/\r\n|[\n\r]/)
    .map((paragraph) => layOut(paragraph.trim(), weight, special))
  const width = Math.max(0, maxWidth) / size
  const lines = paragraphs.flatMap((paragraph) => fill(paragraph, width, true))
  if (lines.length <= maxLines) return lines
  return widen(paragraphs, width, Math.max(maxLines, paragraphs.length))
}

interface Paragraph {
  readonly text: string
  readonly extents: Extents
  /** Where a line may start, ascending; the last is the end of the text. */
  readonly breaks: readonly number[]
}

function layOut(text: string, weight: Weight, special?: ReadonlyMap<number, number>): Paragraph {
  return { text, extents: extents(text, weight, special), breaks: [...breaksOf(text), text.length] }
}

function breaksOf(text: string): number[] {
  const breaks: number[] = []
  const signs = [...text]
  let at = 0
  signs.forEach((sign, i) => {
    if (i > 0 && mayBreak(signs[i - 2] ?? ' ', signs[i - 1] ?? '', sign)) breaks.push(at)
    at += sign.length
  })
  return breaks
}

function mayBreak(beforeLast: string, last: string, next: string): boolean {
  if (next === ' ') return false
  if (last === ' ' || last === '\u200b') return true
  if (clings.test(next) || opens.test(last) || isMark(next)) return false
  if (hasCjk(last) || hasCjk(next)) return true
  const isSeparator = last === '/' || last === '-' || last === '\u2010' || last === '\u2013'
  // `-1`, `a -b` and `//` stay whole.
  return isSeparator && /[\p{L}\p{N}]/u.test(beforeLast) && /[\p{L}\p{N}]/u.test(next)
}

function isMark(sign: string): boolean {
  return /\p{M}|\u200d/u.test(sign)
}

/** The width in ems of a part, without the spaces at its end. */
function widthOf({ text, extents: { starts, ends } }: Paragraph, from: number, to: number): number {
  let last = to - 1
  while (last > from && text[last] === ' ') last--
  return last < from ? 0 : ends[last]! - starts[from]!
}

function fill(paragraph: Paragraph, width: number, breakWords: boolean): string[] {
  const { text, breaks } = paragraph
  const lines: string[] = []
  let start = 0
  let end = 0
  const flush = (to: number): void => {
    lines.push(text.slice(start, to).trimEnd())
    start = to
  }
  for (const next of breaks) {
    if (end > start && !fits(paragraph, start, next, width)) flush(end)
    if (breakWords && !fits(paragraph, start, next, width)) {
      let at = start
      for (const grapheme of graphemes(text.slice(start, next))) {
        if (at > start && !fits(paragraph, start, at + grapheme.length, width)) flush(at)
        at += grapheme.length
      }
    }
    end = next
  }
  flush(text.length)
  return lines
}

function fits(paragraph: Paragraph, from: number, to: number, width: number): boolean {
  return widthOf(paragraph, from, to) <= width + 1e-9
}

/** By halving, since fewer lines never come of a narrower width. */
function widen(paragraphs: readonly Paragraph[], width: number, maxLines: number): string[] {
  const at = (ems: number): string[] => paragraphs.flatMap((paragraph) => fill(paragraph, ems, false))
  let narrow = width
  let wide = Math.max(width, ...paragraphs.map((paragraph) => widthOf(paragraph, 0, paragraph.text.length)))
  if (at(narrow).length <= maxLines) return at(narrow)
  for (let step = 0; step < 24 && wide - narrow > 0.01; step++) {
    const middle = (narrow + wide) / 2
    if (at(middle).length <= maxLines) wide = middle
    else narrow = middle
  }
  return at(wide)
}
