// A document as a link: what follows the # of an address. It says in which version it was written and on what it builds, and
// carries a sum over all of it, so that a link that was cut or altered opens nothing. Pure.
//
//   f1.<payload>               written out, with words of the format as a dictionary
//   f1.<id>.<sum>.<payload>    as what differs from a base: a built-in diagram as it once was, see `bases.ts`
//
// A payload is six bytes of sum and a deflated delta, in letters, and ends with a sign that shows that nothing is missing.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { largestFile } from '../json'
import { parseDiagram, type Parsed } from '../parse'
import type { DocumentProblem } from '../problems'
import { serialise } from '../serialise'
import type { Diagram } from '../schema'
import { fromLetters, sumOf, toLetters } from './bytes'
import { applyDelta, deltaOf } from './delta'
import { words } from './words'

/** A text that links are written against. Once there are links, it has to be there forever. */
export interface Base {
  readonly id: string
  readonly text: string
}

/** What a link carries. */
export interface Linked {
  readonly diagram: Diagram
  /** The step of the talk, from 0. */
  readonly step?: number
}

export type LinkProblem =
  /** Not all of it arrived. */
  | 'cut'
  | 'altered'
  /** Written by a later version of the program. */
  | 'later'
  /** It builds on a text that is not here. */
  | 'noBase'
  | 'tooLarge'

export type DecodedLink =
  | ({ readonly ok: true } & Linked)
  | { readonly ok: false; readonly problem: LinkProblem }
  /** It arrived whole, and what it carries is no diagram that this version can read. */
  | { readonly ok: false; readonly problem: 'unreadable'; readonly problems: readonly DocumentProblem[] }

/** What a link says of itself, before it is read. */
export interface LinkHead {
  /** The base that it needs. */
  readonly base?: { readonly id: string; readonly sum: string }
}

const version = 1
const end = 'E'
/** Longer than any address that a browser takes. */
const longest = 8_000_000

/** The text of a document that links and bases are made of: in the order of its file, without any space. */
export function compactText(diagram: Diagram): string {
  return serialise(diagram).replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
}

export function baseSum(text: string): string {
  return toLetters(sumOf(strToU8(text)))
}

/** What stands behind the # of the address. */
export function encodeLink({ diagram, step }: Linked, base?: Base): string {
  const head = base ? `f${version}.${base.id}.${baseSum(base.text)}.` : `f${version}.`
  const text = compactText(diagram) + (step === undefined ? '' : `\n${JSON.stringify({ step })}`)
  const bytes = strToU8(text)
  const delta = deltaOf(latin(base?.text ?? ''), strFromU8(bytes, true))
  const packed = deflateSync(delta, { level: 9, mem: 8, dictionary: dictionaryOf(base?.text) })
  const payload = new Uint8Array(6 + packed.length)
  payload.set(sumOf(strToU8(head), packed, bytes))
  payload.set(packed, 6)
  return head + toLetters(payload) + end
}

/**
 * The fragment of a link in a text: an address, or the fragment alone. Undefined for any other text. Space that mail programs
 * put in, and signs of the sentence around it, are left out.
 */
export function linkIn(text: string): string | undefined {
  if (text.length > longest) return undefined
  const [, found] = /^\s*(?:<?[a-z][a-z0-9+.-]*:\/\/[^\s#]*)?#?(f\d+\.[\s\S]*)$/i.exec(text) ?? []
  if (found === undefined) return undefined
  const link = found.replace(/\s+/g, '').replace(/[^\w-]+$/, '')
  return /^f\d+\.[\w.-]*$/.test(link) ? link : undefined
}

/** What a link needs to be read; a problem for one that cannot be. */
export function headOf(link: string): LinkHead | { readonly problem: LinkProblem } {
  const [mark = '', ...parts] = link.split('.')
  const written = Number(mark.slice(1))
  if (!/^f\d+$/.test(mark) || written < 1) return { problem: 'altered' }
  if (written > version) return { problem: 'later' }
  if (parts.length !== 1 && parts.length !== 3) return { problem: parts.length > 3 ? 'altered' : 'cut' }
  if (!parts.at(-1)!.endsWith(end)) return { problem: 'cut' }
  if (parts.length === 1) return {}
  const [id = '', sum = ''] = parts
  return /^[\w-]+$/.test(id) && sum.length === 8 ? { base: { id, sum } } : { problem: 'altered' }
}

/** Reads a link. `base`: the text that its head asks for, where there is one. Nothing that is read is larger than a file may be. */
export function decodeLink(link: string, base?: string): DecodedLink {
  const head = headOf(link)
  if ('problem' in head) return { ok: false, problem: head.problem }
  if (head.base && base === undefined) return { ok: false, problem: 'noBase' }
  const start = link.lastIndexOf('.') + 1
  const payload = fromLetters(link.slice(start, -end.length))
  if (!payload || payload.length < 7) return { ok: false, problem: 'altered' }
  const [sum, packed] = [payload.subarray(0, 6), payload.subarray(6)]
  const text = unpacked(packed, head.base ? base : undefined)
  if (typeof text !== 'string') return { ok: false, problem: text.problem }
  const bytes = strToU8(text, true)
  const isSame = sumOf(strToU8(link.slice(0, start)), packed, bytes).every((byte, i) => byte === sum[i])
  return isSame ? readText(strFromU8(bytes)) : { ok: false, problem: 'altered' }
}

/** Bytes, one a character. */
function unpacked(packed: Uint8Array, base: string | undefined): string | { readonly problem: LinkProblem } {
  try {
    // Deflate makes nothing more than 1032 times as large.
    const room = Math.min(packed.length * 1032 + 64, largestFile + 1)
    const delta = inflateSync(packed, { out: new Uint8Array(room), dictionary: dictionaryOf(base) })
    if (delta.length > largestFile) return { problem: 'tooLarge' }
    return applyDelta(latin(base ?? ''), delta, largestFile) ?? { problem: 'altered' }
  } catch {
    return { problem: 'altered' }
  }
}

function readText(text: string): DecodedLink {
  const line = text.indexOf('\n')
  const parsed: Parsed = parseDiagram(line < 0 ? text : text.slice(0, line))
  if (!parsed.ok) return { ok: false, problem: 'unreadable', problems: parsed.problems }
  const step = line < 0 ? undefined : stepIn(text.slice(line + 1))
  return { ok: true, diagram: parsed.diagram, ...(step !== undefined && { step }) }
}

function stepIn(text: string): number | undefined {
  const [, number] = /^\{"step":(\d{1,6})\}$/.exec(text) ?? []
  return number === undefined ? undefined : Number(number)
}

/** Deflate looks no further back than this. */
const window = 32_768

function dictionaryOf(base: string | undefined): Uint8Array {
  const bytes = strToU8(base === undefined ? words : base + words)
  return bytes.subarray(Math.max(0, bytes.length - window))
}

function latin(text: string): string {
  return strFromU8(strToU8(text), true)
}
