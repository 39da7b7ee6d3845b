// Any file that may hold a document: JSON, or a figure that carries one.
import type { Unpacked } from '../document/carry'
import { parseDiagram, refuse, type Parsed } from '../document/parse'
import { isPng } from '../document/pngChunks'
import { isWebp } from '../document/riff'
import { looksLikeDrawio, readDrawio } from './drawio'
import { isPdf, readPdf } from './pdf'
import { readPng, readWebp } from './png'
import { isZip, readPptx } from './pptx'
import { looksLikeSvg, readSvg } from './svg'

/** A figure may be this large, in bytes, when a document is in it. */
export const largestFigure = 100_000_000

/** By their first bytes. */
const binaries: readonly [is: (bytes: Uint8Array) => boolean, read: (bytes: Uint8Array) => Unpacked][] = [
  [isPng, readPng],
  [isWebp, readWebp],
  [isPdf, readPdf],
  [isZip, readPptx],
]

/** The document in a file. Never throws; problems say what is wrong and where. */
export function openBytes(bytes: Uint8Array): Parsed {
  const [, read] = binaries.find(([is]) => is(bytes)) ?? []
  return read ? fromCarried(read(bytes)) : openText(new TextDecoder().decode(bytes))
}

/** True for a figure of any kind, which is not itself a document. */
export function holdsFigure(bytes: Uint8Array): boolean {
  const isBinary = binaries.some(([is]) => is(bytes))
  return isBinary || looksLikeSvg(new TextDecoder().decode(bytes.subarray(0, 1000)))
}

/** The same for what is text already. */
export function openText(text: string): Parsed {
  if (looksLikeDrawio(text)) return fromCarried(readDrawio(text))
  return looksLikeSvg(text) ? fromCarried(readSvg(text)) : parseDiagram(text)
}

function fromCarried(carried: Unpacked): Parsed {
  if (carried.ok) return parseDiagram(carried.text)
  return refuse(carried.message)
}
