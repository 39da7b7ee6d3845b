// The widths inside an attention: all heads side by side.
import { clashes } from '../sentences'
import { div, integerOf, mul, pretty, type Dim } from '../../shared/dimension'
import { isZero } from '../arithmetic'
import { refuse } from '../clash'
import type { Field, Fields } from '../fields'
import type { Clash } from '../tensor'
import { hints, phrases, terms, type Say } from '../words'

/** Of every attention. */
export const headFields = {
  heads: { type: 'dimension', label: terms.heads, initial: 12 },
  head_width: { type: 'dimension', label: terms.headWidth, hint: hints.widthByHeads, initial: 0, least: 0 },
  kv_heads: { type: 'dimension', label: terms.keyAndValueHeads, hint: hints.asManyAsHeads, initial: 0, least: 0 },
} as const satisfies Fields

export const valueWidthField = {
  type: 'dimension',
  label: terms.widthOfTheValues,
  hint: hints.ofAllHeads,
  initial: 0,
  least: 0,
} as const satisfies Field

interface HeadFields {
  readonly heads: Dim
  /** 0: the width divided by the heads. */
  readonly head_width: Dim
  /** 0: as many as heads. */
  readonly kv_heads: Dim
  /** 0: as wide as the keys. */
  readonly value_width?: Dim
}

export interface HeadWidths {
  /** Of one head. */
  readonly head: Dim
  /** Of all queries of one token. */
  readonly queries: Dim
  /** Of all keys of one token. */
  readonly keys: Dim
  /** Of all values of one token. */
  readonly values: Dim
  /** Of what the heads take in from the values, side by side: what enters the output projection. */
  readonly taken: Dim
}

export function headWidths(width: Dim, { heads, head_width, kv_heads, value_width }: HeadFields): HeadWidths {
  const head = isZero(head_width) ? div(width, heads) : head_width
  const queries = isZero(head_width) ? width : mul(heads, head_width)
  const keys = isZero(kv_heads) ? queries : mul(kv_heads, head)
  if (!value_width || isZero(value_width)) return { head, queries, keys, values: keys, taken: queries }
  const values = isZero(kv_heads) ? value_width : mul(kv_heads, div(value_width, heads))
  return { head, queries, keys, values, taken: value_width }
}

/** The clash of an input whose width the heads do not divide, or of heads that their own keys and values do not divide. */
export function headClash(port: string, width: Dim, values: HeadFields): Clash | undefined {
  const { heads, head_width, kv_heads, value_width } = values
  if (isZero(head_width) && leavesRest(width, heads))
    return refuse(port, clashes.heads({ port, width: pretty(width), heads: pretty(heads) }))
  if (!isZero(kv_heads) && leavesRest(heads, kv_heads))
    return refuse(port, clashes.groups({ heads: pretty(heads), groups: pretty(kv_heads) }))
  if (value_width && leavesRest(value_width, heads))
    return refuse(port, clashes.valueHeads({ width: pretty(value_width), heads: pretty(heads) }))
  return undefined
}

/** Where both are numbers: of symbols nobody knows. */
function leavesRest(size: Dim, parts: Dim): boolean {
  const [whole, divisor] = [integerOf(size), integerOf(parts)]
  return whole !== undefined && divisor !== undefined && whole % divisor !== 0n
}

/** `8 heads × 256`, `1 for keys`. */
export function headsWords(
  { heads, head_width, kv_heads }: HeadFields,
  show: (size: Dim) => string,
  say: Say,
): string[] {
  const width = isZero(head_width) ? '' : ` × ${show(head_width)}`
  const words = [say(phrases.heads, { n: show(heads) }) + width]
  return isZero(kv_heads) ? words : [...words, say(phrases.forKeys, { n: show(kv_heads) })]
}
