// The objects of a PDF file and how they are written: numbered, packed, found by a table at the end. No dates, no chance: the
// same objects give the same bytes.
import { strToU8, zlibSync } from 'fflate'

/** A reference to an object, such as `7 0 R`. */
export type Reference = string & { readonly brand: 'reference' }

export type Entries = Readonly<Record<string, string | number | undefined>>

export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = []

  /** A number for an object that is written later, since others name it. */
  reserve(): Reference {
    this.#objects.push(undefined)
    return `${this.#objects.length} 0 R` as Reference
  }

  add(entries: Entries, to: Reference = this.reserve()): Reference {
    return this.addText(dictionary(entries), to)
  }

  addText(text: string, to: Reference = this.reserve()): Reference {
    this.#objects[parseInt(to, 10) - 1] = strToU8(text, true)
    return to
  }

  addStream(data: Uint8Array, entries: Entries = {}, { plain = false } = {}): Reference {
    const packed = plain ? data : zlibSync(data, { level: 9 })
    const own = { ...entries, ...(plain ? {} : { Filter: '/FlateDecode' }), Length: packed.length }
    const to = this.reserve()
    this.#objects[parseInt(to, 10) - 1] = joined([
      strToU8(`${dictionary(own)}\nstream\n`, true),
      packed,
      strToU8('\nendstream', true),
    ])
    return to
  }

  finish(root: Reference, info: Reference): Uint8Array {
    // The bytes after the mark tell programs that the file is not text.
    const parts: Uint8Array[] = [strToU8('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', true)]
    let at = parts[0]!.length
    const starts: number[] = []
    this.#objects.forEach((object, i) => {
      if (!object) throw new Error(`object ${i + 1} was never written`)
      starts.push(at)
      const whole = joined([strToU8(`${i + 1} 0 obj\n`), object, strToU8('\nendobj\n')])
      parts.push(whole)
      at += whole.length
    })
    const size = this.#objects.length + 1
    const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
    const id = `<${fingerprint(parts)}>`
    const trailer = dictionary({ Size: size, Root: root, Info: info, ID: `[${id} ${id}]` })
    const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
    return joined([...parts, strToU8(end)])
  }
}

export function dictionary(entries: Entries): string {
  const inner = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]))
  return `<< ${inner.join(' ')} >>`
}

/** Text for people, in any script. */
export function words(text: string): string {
  let hex = 'FEFF'
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')
  return `<${hex}>`
}

/** At most three decimals, never an exponent. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0)
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** 128 bits that tell this file from others, in hexadecimal. */
function fingerprint(parts: readonly Uint8Array[]): string {
  const state = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
  for (const part of parts)
    for (let i = 0; i < part.length; i++) state[i & 3] = Math.imul(state[i & 3]! ^ part[i]!, 0x01000193 + 2 * (i & 3))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
