// A text as what differs from another: stretches of the other one, and what stands between them. Pure; knows nothing of diagrams.

/** Shorter stretches cost more to point at than to write. */
const shortest = 12
/** Stretches are found where the base has one that begins at a multiple of this. */
const stride = 4
const candidates = 16

/** `base` and `target` as bytes, one a character. */
export function deltaOf(base: string, target: string): Uint8Array {
  const index = indexOf(base)
  const out: number[] = []
  let written = 0
  let expected = 0
  let at = 0
  while (at < target.length) {
    const match = longestAt(base, target, at, written, index, expected)
    if (!match) {
      at++
      continue
    }
    pushLiteral(out, target, written, match.target)
    pushNumber(out, zigzag(match.base - expected))
    pushNumber(out, match.length)
    expected = match.base + match.length
    at = written = match.target + match.length
  }
  pushLiteral(out, target, written, target.length)
  return Uint8Array.from(out)
}

/** Undefined where the delta makes no sense, or comes to more than `most` bytes. */
export function applyDelta(base: string, delta: Uint8Array, most: number): string | undefined {
  const reader = { bytes: delta, at: 0 }
  const parts: string[] = []
  let length = 0
  let expected = 0
  while (reader.at < delta.length) {
    const literal = readNumber(reader)
    if (literal === undefined || reader.at + literal > delta.length) return undefined
    parts.push(latin(delta.subarray(reader.at, reader.at + literal)))
    reader.at += literal
    length += literal
    if (reader.at < delta.length) {
      const [offset, count] = [readNumber(reader), readNumber(reader)]
      if (offset === undefined || count === undefined) return undefined
      const start = expected + unzigzag(offset)
      if (start < 0 || start + count > base.length) return undefined
      length += count
      if (length > most) return undefined
      parts.push(base.slice(start, start + count))
      expected = start + count
    }
    if (length > most) return undefined
  }
  return parts.join('')
}

function indexOf(base: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (let at = 0; at + shortest <= base.length; at += stride) {
    const piece = base.slice(at, at + shortest)
    const places = index.get(piece)
    if (!places) index.set(piece, [at])
    else if (places.length < candidates) places.push(at)
  }
  return index
}

interface Match {
  readonly base: number
  readonly target: number
  readonly length: number
}

/** The one at which the last stretch would simply go on is preferred: pointing there costs one byte. */
function longestAt(
  base: string,
  target: string,
  at: number,
  from: number,
  index: ReadonlyMap<string, readonly number[]>,
  expected: number,
): Match | undefined {
  const places = index.get(target.slice(at, at + shortest)) ?? []
  let best: Match | undefined
  for (const place of [expected + at - from, ...places]) {
    if (place < 0 || place >= base.length) continue
    const match = grown(base, target, place, at, from)
    if (match.length >= shortest && (!best || match.length > best.length)) best = match
  }
  return best
}

function grown(base: string, target: string, place: number, at: number, from: number): Match {
  let [start, length] = [0, 0]
  while (place + length < base.length && at + length < target.length && base[place + length] === target[at + length])
    length++
  while (length > 0 && place + start > 0 && at + start > from && base[place + start - 1] === target[at + start - 1])
    start--
  return { base: place + start, target: at + start, length: length - start }
}

function pushLiteral(out: number[], target: string, from: number, to: number) {
  pushNumber(out, to - from)
  for (let at = from; at < to; at++) out.push(target.charCodeAt(at))
}

function pushNumber(out: number[], value: number) {
  let rest = value
  while (rest >= 128) {
    out.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  out.push(rest)
}

function readNumber(reader: { readonly bytes: Uint8Array; at: number }): number | undefined {
  let [value, scale] = [0, 1]
  for (;;) {
    const byte = reader.bytes[reader.at++]
    if (byte === undefined || scale > 2 ** 35) return undefined
    value += (byte % 128) * scale
    if (byte < 128) return value
    scale *= 128
  }
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
