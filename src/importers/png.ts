// The document inside a PNG or a WebP that Frieze exported.
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { documentKeyword, readChunks, textOf } from '../document/pngChunks'
import { readRiff } from '../document/riff'
import { reading } from '../document/sentences/reading'
import type { Message } from '../shared/message'

/** Finds the packed document in a PNG; a sentence when there is none, or the file was cut or altered. */
export function readPng(bytes: Uint8Array): Unpacked {
  const chunks = readChunks(bytes)
  if (!chunks) return refusal(reading.partsDoNotFit({ format: 'PNG' }))
  return carried(textOf(chunks, documentKeyword), 'PNG')
}

export function readWebp(bytes: Uint8Array): Unpacked {
  const chunks = readRiff(bytes)
  if (!chunks) return refusal(reading.partsDoNotFit({ format: 'WebP' }))
  const xmp = chunks.find(({ type }) => type === 'XMP ')
  const text = xmp && new TextDecoder().decode(xmp.data)
  return carried(/<frieze:document [^>]*>([^<]*)</.exec(text ?? '')?.[1], 'WebP')
}

function carried(packed: string | undefined, format: string): Unpacked {
  if (packed !== undefined && isPacked(packed)) return unpack(packed)
  return refusal(reading.madeElsewhere({ format }))
}

function refusal(message: Message): Unpacked {
  return { ok: false, message }
}
