// Any text that may hold a document: JSON, or a figure that carries one.
import { parseDiagram, type Parsed } from '../document/parse'
import { looksLikeSvg, readSvg } from './svg'

/** The document in a file's text. Never throws; problems say what is wrong and where. */
export function openText(text: string): Parsed {
  if (!looksLikeSvg(text)) return parseDiagram(text)
  const carried = readSvg(text)
  if (carried.ok) return parseDiagram(carried.text)
  return { ok: false, problems: [{ path: 'document', sentence: carried.sentence, severity: 'error' }] }
}
