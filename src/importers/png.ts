// The document inside a PNG or a WebP that Frieze exported.
import { isPacked, unpack, type Unpacked } from '../document/carry'
import { documentKeyword, readChunks, textOf } from '../document/pngChunks'
import { readRiff } from '../document/riff'

/** Finds the packed document in a PNG; a sentence when there is none, or the file was cut or altered. */
export function readPng(bytes: Uint8Array): Unpacked {
  const chunks = readChunks(bytes)
  if (!chunks) return refusal('This PNG was cut or altered: its parts do not fit together.')
  return carried(textOf(chunks, documentKeyword), 'PNG')
}

export function readWebp(bytes: Uint8Array): Unpacked {
  const chunks = readRiff(bytes)
  if (!chunks) return refusal('This WebP was cut or altered: its parts do not fit together.')
  const xmp = chunks.find(({ type }) => type === 'XMP ')
  const text = xmp && new TextDecoder().decode(xmp.data)
  return carried(/<frieze:document [^>]*>([^<]*)</.exec(text ?? '')?.[1], 'WebP')
}

function carried(packed: string | undefined, format: string): Unpacked {
  if (packed !== undefined && isPacked(packed)) return unpack(packed)
  return refusal(
    `This ${format} carries no Frieze document: it was made or saved by another program, or exported without its source.`,
  )
}

function refusal(sentence: string): Unpacked {
  return { ok: false, sentence }
}
