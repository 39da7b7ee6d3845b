// Formulas in text, between dollar signs, and what is known of their shapes. Shapes come from `typeset.ts`, before anything
// is measured; then measuring is immediate and the same everywhere, as it is with the faces.
import type { Weight } from '../metrics/advances'

/** The shape of a formula, in thousandths of the size of the text around it. The origin is on the baseline, y downward. */
export interface Formula {
  readonly width: number
  readonly ascent: number
  readonly descent: number
  /** To be filled. Absolute M, L, C and Z. */
  readonly outline: string
  /** Signs that the face of formulas lacks, CJK above all. */
  readonly words: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[]
}

export type Piece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'formula'; readonly source: string }

/** Longer ones are no label, and take time. */
const longest = 400

/**
 * A dollar sign opens a formula when something follows it at once, and closes it when something stands right before it and
 * no digit after it: so that `$5 and $6` are sums of money. `\$` is always a dollar sign.
 */
const formulaPattern = /(?<!\\)\$(?=[^\s$])((?:\\[^]|[^\\$]){0,400}?[^\s\\$]|\\[^\s])\$(?!\d)/g

/** The text as it is read, with formulas apart. */
export function piecesOf(text: string): readonly Piece[] {
  if (!text.includes('$')) return text === '' ? [] : [{ kind: 'text', text }]
  const pieces: Piece[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) pieces.push({ kind: 'text', text: text.slice(at, to).replaceAll('\\$', '$') })
  }
  for (const match of text.matchAll(formulaPattern)) {
    plain(match.index)
    pieces.push({ kind: 'formula', source: match[1]! })
    at = match.index + match[0].length
  }
  plain(text.length)
  return pieces
}

/** The sources of the formulas in a text. */
export function formulasIn(text: string): readonly string[] {
  return piecesOf(text).flatMap((piece) =>
    piece.kind === 'formula' && piece.source.length <= longest ? piece.source : [],
  )
}

export type Typeset = Formula | { readonly problem: string }

const known = new Map<string, Typeset>()
const mostKnown = 5000

const keyOf = (source: string, weight: Weight) => `${weight} ${source}`

export function keepFormula(source: string, weight: Weight, typeset: Typeset) {
  if (known.size >= mostKnown) known.clear()
  known.set(keyOf(source, weight), typeset)
}

/** Whether it was tried to find its shape. */
export function isTypeset(source: string, weight: Weight): boolean {
  return known.has(keyOf(source, weight))
}

/** Undefined while its shape is not known, and where it cannot be set: then its source stands for it. */
export function formulaOf(source: string, weight: Weight): Formula | undefined {
  const found = known.get(keyOf(source, weight))
  if (found && 'outline' in found) return found
  // Some signs have no bold form.
  return found && weight === 700 ? formulaOf(source, 400) : undefined
}

/** Why a formula cannot be set. */
export function formulaProblem(source: string): string | undefined {
  const found = known.get(keyOf(source, 400))
  return found && 'problem' in found ? found.problem : undefined
}
