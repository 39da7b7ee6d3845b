// A line of text as glyphs at their places, exactly where `drawing/measure` said that they would be.
import { extents, measure } from '../../drawing/measure'
import type { Weight } from '../../drawing/metrics/advances'
import type { Primitive, TextPrimitive } from '../../drawing/primitives'
import { hasCjk } from '../../drawing/scripts'
import { visibleText } from '../../drawing/text'
import { textsIn } from '../../drawing/texts'
import type { LoadAsset } from '../exporter'
import { Faces, type Face } from './faces'

export interface SetLine {
  /** Page pixels; the line begins at `x` and ends at `x + width`. */
  readonly x: number
  readonly width: number
  readonly runs: readonly SetRun[]
}

/** Neighbouring signs of one face. */
export interface SetRun {
  readonly face: Face
  readonly text: string
  readonly x: number
  readonly glyphs: readonly SetGlyph[]
}

export interface SetGlyph {
  readonly glyph: number
  readonly sign: string
  readonly x: number
}

/** Sets lines of text; made ready for the texts of some pictures. */
export interface Typesetter {
  set(text: TextPrimitive): SetLine
  /** Signs for which no bundled face has a glyph: a box stands in their place. */
  readonly missing: ReadonlySet<string>
}

/** Files stay open for the next figure. */
const opened = new WeakMap<LoadAsset, Faces>()

/** Opens the faces that the texts among the primitives need. */
export async function typesetterFor(primitives: readonly Primitive[], loadAsset: LoadAsset): Promise<Typesetter> {
  const faces = opened.get(loadAsset) ?? new Faces(loadAsset)
  opened.set(loadAsset, faces)
  const missing = new Set<string>()
  // The box for a sign that is missing is one of this face's glyphs.
  await faces.open('x', 400, undefined)
  const fallback = faces.faceOf('x', 'x', 400, undefined)!
  for (const { text, weight, lang } of textsIn(primitives)) {
    const shown = shownText(text)
    await faces.open(shown, weight, lang)
    for (const sign of shown) if (!isMark(sign) && !faces.faceOf(sign, shown, weight, lang)) missing.add(sign)
  }
  return { set: (text) => setLine(text, faces, fallback), missing }
}

/** Letters with their accents as one sign, where there is such a sign. */
export function shownText(text: string): string {
  return visibleText(text).normalize('NFC')
}

function isMark(sign: string): boolean {
  return /\p{Cf}|\p{Cc}|\p{Mn}|\p{Me}/u.test(sign)
}

interface PlacedSign {
  readonly sign: string
  readonly face: Face | undefined
  /** In ems from the start of the line. */
  readonly at: number
}

function setLine(primitive: TextPrimitive, faces: Faces, fallback: Face): SetLine {
  const { size, weight, anchor, lang } = primitive
  const text = shownText(primitive.text)
  const faceOf = (sign: string) => faces.faceOf(sign, text, weight, lang)
  const { signs, width } = hasCjk(text) ? byAdvances(text, weight, faceOf) : byMeasure(text, weight, faceOf)
  const x = primitive.x - (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0) * width * size
  const runs: (SetRun & { text: string; glyphs: SetGlyph[] })[] = []
  for (const { sign, face = isMark(sign) ? undefined : fallback, at } of signs) {
    if (!face) continue
    const placed = { glyph: face.font.glyph(sign.codePointAt(0)!), sign, x: x + at * size }
    const last = runs.at(-1)
    if (last?.face === face) {
      last.glyphs.push(placed)
      last.text += sign
    } else runs.push({ face, text: sign, x: placed.x, glyphs: [placed] })
  }
  return { x, width: width * size, runs }
}

type FaceOf = (sign: string) => Face | undefined

/** Where the measurer puts them, kerning included. */
function byMeasure(text: string, weight: Weight, faceOf: FaceOf): { signs: PlacedSign[]; width: number } {
  const { starts } = extents(text, weight)
  const signs: PlacedSign[] = []
  let unit = 0
  for (const sign of text) {
    signs.push({ sign, face: faceOf(sign), at: starts[unit]! })
    unit += sign.length
  }
  return { signs, width: measure(text, 1, weight) }
}

/** What the measurer says of CJK lines is an estimate on the wide side: the faces themselves know better. */
function byAdvances(text: string, weight: Weight, faceOf: FaceOf): { signs: PlacedSign[]; width: number } {
  const signs: PlacedSign[] = []
  let width = 0
  for (const sign of text) {
    const face = faceOf(sign)
    signs.push({ sign, face, at: width })
    if (face) width += face.font.advance(face.font.glyph(sign.codePointAt(0)!)) / face.font.unitsPerEm
    else width += measure(sign, 1, weight)
  }
  return { signs, width }
}
