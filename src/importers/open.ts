// Any file that may hold a document: JSON, or a figure that carries one.
import type { Unpacked } from '../document/carry'
import { parseDiagram, refuse, type Parsed } from '../document/parse'
import { reading } from '../document/sentences/reading'
import { isPng } from '../document/pngChunks'
import { isWebp } from '../document/riff'
import { looksLikeDrawio, readDrawio } from './drawio'
import { isPdf, readPdf } from './pdf'
import { readPng, readWebp } from './png'
import { isZip, readPptx } from './pptx'
import { readSvg } from './svg'

/** A figure may be this large, in bytes, when a document is in it. */
export const largestFigure = 100_000_000

type Binary = 'png' | 'webp' | 'pdf' | 'pptx'
type Written = 'drawio' | 'html' | 'svg' | 'json'

/** By their first bytes. */
const binaries: Readonly<
  Record<Binary, readonly [is: (bytes: Uint8Array) => boolean, read: (bytes: Uint8Array) => Unpacked]>
> = {
  png: [isPng, readPng],
  webp: [isWebp, readWebp],
  pdf: [isPdf, readPdf],
  pptx: [isZip, readPptx],
}

/** What a file is, whatever it is called: `json` is a document itself, all else a figure that may carry one. */
export function formatOf(bytes: Uint8Array): Binary | Written {
  const binary = (Object.keys(binaries) as Binary[]).find((each) => binaries[each][0](bytes)) // Its own keys.
  return binary ?? formatOfText(new TextDecoder().decode(bytes.subarray(0, 1000)))
}

/** Markup of any other kind is taken for SVG, whose reader says what it misses. */
function formatOfText(text: string): Written {
  if (looksLikeDrawio(text)) return 'drawio'
  if (/^\uFEFF?\s*<(?:!doctype\s+)?html\b/i.test(text)) return 'html'
  return /^\uFEFF?\s*</.test(text) ? 'svg' : 'json'
}

/** The document in a file. Never throws; problems say what is wrong and where. */
export function openBytes(bytes: Uint8Array): Parsed {
  const format = formatOf(bytes)
  if (Object.hasOwn(binaries, format)) return fromCarried(binaries[format as Binary][1](bytes))
  // A sign that cannot be read would be lost when the document is saved. Figures are only looked through.
  if (format === 'json' && !isUtf8(bytes)) return refuse(reading.notUtf8())
  return openText(new TextDecoder().decode(bytes))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The same for what is text already. */
export function openText(text: string): Parsed {
  const format = formatOfText(text)
  if (format === 'json') return parseDiagram(text)
  // A page carries the document within its figure, as the figure does.
  return fromCarried(format === 'drawio' ? readDrawio(text) : readSvg(text))
}

function fromCarried(carried: Unpacked): Parsed {
  if (carried.ok) return parseDiagram(carried.text)
  return refuse(carried.message)
}
