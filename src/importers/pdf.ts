// The document attached to a PDF that Frieze exported.
import { unzlibSync } from 'fflate'
import { checksumOf, type Unpacked } from '../document/carry'
import { largestFile } from '../document/json'
import { reading } from '../document/sentences/reading'

const decoder = new TextDecoder('latin1')

export function isPdf(bytes: Uint8Array): boolean {
  return decoder.decode(bytes.subarray(0, 5)) === '%PDF-'
}

/** Finds the attachment by the mark that the exporter left on it; a sentence when there is none or it was altered. */
export function readPdf(bytes: Uint8Array): Unpacked {
  const text = decoder.decode(bytes)
  const mark = /\/FriezeDocument \((\w+)\)/.exec(text)
  if (!mark) return { ok: false, message: reading.madeElsewhere({ format: 'PDF' }) }
  const altered: Unpacked = { ok: false, message: reading.carriedAltered() }
  const start = text.indexOf('stream\n', mark.index) + 'stream\n'.length
  const length = /\/Length (\d+) >>\s*$/.exec(text.slice(mark.index, start - 'stream\n'.length))?.[1]
  if (length === undefined) return altered
  const packed = bytes.subarray(start, start + Number(length))
  try {
    const room = new Uint8Array(Math.min(packed.length * 1032 + 64, largestFile + 1))
    const data = unzlibSync(packed, { out: room })
    if (data.length > largestFile) return { ok: false, message: reading.carriedTooLarge() }
    const document = new TextDecoder().decode(data)
    return checksumOf(document) === mark[1] ? { ok: true, text: document } : altered
  } catch {
    return altered
  }
}
