// Widths of text, the same in the browser, in a worker and in Node: no DOM, no canvas, no clock. Equal to what harfbuzz
// gives for the bundled fonts; for signs of other fonts an estimate on the wide side.

import { kernBase, mathAdvances, metrics, type Metrics, type Weight } from './metrics/advances'
import { hasCjk, hasEmoji, isAmbiguous, isHalfWidth, isZeroWidth } from './scripts'

const emojiAdvance = 1.25
const unknownAdvance = 1
/** The Latin letters of CJK faces are wider than Arial's by a few per cent. */
const latinInCjk = 1.06

const cache: Record<Weight, Map<string, number>> = { 400: new Map(), 700: new Map() }
const cacheLimit = 4000
const sliceLength = 512
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The advance width of one line at a font size, kerning included. */
export function measure(text: string, size: number, weight: Weight): number {
  const ascii = asciiWidth(text, metrics[weight])
  return (ascii >= 0 ? ascii : otherWidth(text, weight)) * size
}

/** Where each code unit of a text starts and ends, in ems, so that the width of a part is one subtraction. */
export interface Extents {
  readonly starts: Float64Array
  readonly ends: Float64Array
}

/** `special`: widths in ems of signs that stand for something else, by code point. */
export function extents(text: string, weight: Weight, special?: ReadonlyMap<number, number>): Extents {
  const starts = new Float64Array(text.length)
  const ends = new Float64Array(text.length)
  walk(
    text,
    weight,
    (from, to, start, end) => {
      starts.fill(start, from, to)
      ends.fill(end, from, to)
    },
    special,
  )
  return { starts, ends }
}

/** Grapheme clusters: what a reader takes for one sign. Cut into slices, since V8's segmenter takes quadratic time. */
export function graphemes(text: string): string[] {
  const clusters: string[] = []
  let at = 0
  while (at < text.length) {
    const slice = Array.from(segmenter.segment(text.slice(at, at + sliceLength)), ({ segment }) => segment)
    // The last cluster may go on in the next slice.
    if (at + sliceLength < text.length && slice.length > 1) slice.pop()
    for (const cluster of slice) {
      clusters.push(cluster)
      at += cluster.length
    }
  }
  return clusters
}

/** In ems, or -1 when a sign is not ASCII. */
function asciiWidth(text: string, { ascii, asciiKerns }: Metrics): number {
  let width = 0
  let previous = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return -1
    width += ascii[code]! + asciiKerns[previous * 128 + code]!
    previous = code
  }
  return width
}

function otherWidth(text: string, weight: Weight): number {
  const known = cache[weight].get(text)
  if (known !== undefined) return known
  let width = 0
  walk(text, weight, (_from, _to, _start, end) => (width = end))
  if (cache[weight].size >= cacheLimit) cache[weight].clear()
  if (text.length < 200) cache[weight].set(text, width)
  return width
}

type Visit = (from: number, to: number, start: number, end: number) => void

/** Visits the signs in order, with the code units and the ems that each takes. */
function walk(text: string, weight: Weight, visit: Visit, special?: ReadonlyMap<number, number>): void {
  const cjk = hasCjk(text)
  const face = metrics[weight]
  let at = 0
  let width = 0
  let previous = 0

  const place = (length: number, kern: number, advance: number): void => {
    const start = width + kern
    width = start + advance
    visit(at, at + length, start, width)
    at += length
  }
  const placeSigns = (signs: string): void => {
    for (const sign of signs) {
      const code = sign.codePointAt(0) ?? 0
      const width = special?.get(code)
      if (width !== undefined) {
        place(sign.length, 0, width)
        previous = 0
        continue
      }
      const kern = cjk ? 0 : (face.kerns.get(previous * kernBase + code) ?? 0)
      place(sign.length, kern, cjk ? advanceAmongCjk(sign, code, face) : advanceOf(sign, code, face))
      previous = code
    }
  }

  if (!hasEmoji(text)) return placeSigns(text)
  for (const cluster of graphemes(text)) {
    if (hasEmoji(cluster)) {
      place(cluster.length, 0, emojiAdvance)
      previous = 0
    } else placeSigns(cluster)
  }
}

function advanceOf(sign: string, code: number, { ascii, advances }: Metrics): number {
  if (code < 128) return ascii[code]!
  return advances.get(code) ?? (isZeroWidth(sign) ? 0 : (mathAdvances.get(code) ?? advanceOfUnknown(code)))
}

function advanceAmongCjk(sign: string, code: number, face: Metrics): number {
  if (hasCjk(sign) && !isZeroWidth(sign)) return isHalfWidth(code) ? 0.5 : 1
  return isAmbiguous(sign) ? 1 : advanceOf(sign, code, face) * latinInCjk
}

function advanceOfUnknown(code: number): number {
  const isSubOrSuperscript = code >= 0x2070 && code <= 0x209c
  return isSubOrSuperscript ? 0.45 : unknownAdvance
}
