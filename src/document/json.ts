// JSON text to a value, within limits, with our own sentence for what is broken: browsers and Node word theirs
// differently. Knows nothing of diagrams.

import { english, type Message } from '../shared/message'
import { reading } from './sentences/reading'

export type ReadJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: Message }

export const largestFile = 20_000_000
const deepest = 200

/** Never throws, whatever the text. */
export function readJson(source: string): ReadJson {
  if (source.length > largestFile) return refuse(reading.fileTooLarge({ limit: largestFile / 1e6 }))
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  if (text.trim() === '') return refuse(reading.fileEmpty())
  if (/^\uFFFD|\0/.test(text)) return refuse(reading.notUtf8())
  if (isTooDeep(text)) return refuse(reading.tooDeep({ limit: deepest }))
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return refuse(brokenAt(text))
  }
}

function refuse(message: Message): ReadJson {
  return { ok: false, message }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if ((sign === '{' || sign === '[') && ++depth > deepest) return true
    else if (sign === '}' || sign === ']') depth--
  }
  return false
}

/** The place of the closing quotation mark, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

class Broken extends Error {
  constructor(
    readonly at: number,
    readonly expected: Message,
  ) {
    super(english(expected))
  }
}

/** Says what stops the text from being JSON. */
function brokenAt(text: string): Message {
  try {
    const end = readValue(text, skipSpace(text, 0))
    const rest = skipSpace(text, end)
    if (rest < text.length) throw new Broken(rest, reading.endOfFile())
    return reading.noJson()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const before = text.slice(0, error.at).split(/\r\n|\r|\n/)
    const [line, column] = [before.length, [...before.at(-1)!].length + 1]
    return reading.brokenJson({ line, column, expected: error.expected, found: found(text, error.at) })
  }
}

function found(text: string, at: number): Message {
  if (at >= text.length) return reading.endOfFile()
  const word = /^[\p{L}\p{N}_.+-]{1,20}/u.exec(text.slice(at, at + 40))?.[0]
  const sign = word ?? String.fromCodePoint(text.codePointAt(at)!)
  if (sign === '\n' || sign === '\r') return reading.endOfLine()
  return /[\p{Cc}\p{Cf}]/u.test(sign)
    ? reading.invisible({ code: sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0') })
    : reading.quoted({ text: sign })
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++
  return at
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** The place after the value that begins here. Depth was checked before, so that it may call itself. */
function readValue(text: string, at: number): number {
  if (text[at] === '{') return readMembers(text, at, '}', (start) => readMember(text, start))
  if (text[at] === '[') return readMembers(text, at, ']', (start) => readValue(text, start))
  if (text[at] === '"') return readString(text, at)
  literal.lastIndex = at
  const match = literal.exec(text)
  if (!match) throw new Broken(at, reading.aValue())
  return literal.lastIndex
}

function readMembers(text: string, open: number, close: string, read: (at: number) => number): number {
  let at = skipSpace(text, open + 1)
  if (text[at] === close) return at + 1
  for (;;) {
    at = skipSpace(text, read(at))
    if (text[at] === close) return at + 1
    if (text[at] !== ',') throw new Broken(at, reading.commaOr({ close }))
    const comma = at
    at = skipSpace(text, at + 1)
    if (text[at] === close) throw new Broken(comma, reading.noCommaBefore({ close }))
  }
}

function readMember(text: string, at: number): number {
  if (text[at] !== '"') throw new Broken(at, reading.nameInQuotes())
  const colon = skipSpace(text, readString(text, at))
  if (text[colon] !== ':') throw new Broken(colon, reading.colon())
  return readValue(text, skipSpace(text, colon + 1))
}

function readString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '"') return at + 1
    if (sign < ' ') throw new Broken(at, reading.closingQuote())
    if (sign === '\\') {
      const rest = text.slice(at, at + 6)
      // Cut off in the middle.
      if (at + rest.length === text.length && /^\\(?:u[\da-fA-F]{0,3})?$/.test(rest)) break
      const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(rest)
      if (!escape) throw new Broken(at, reading.escape())
      at += escape[0].length - 1
    }
  }
  throw new Broken(text.length, reading.closingQuote())
}
