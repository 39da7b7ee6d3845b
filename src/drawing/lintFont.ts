// Rule S7: the first family is the one that counts, since some programs try no other.

import { cjkFamilies } from './fonts'
import { hasCjk } from './scripts'

const latin = ['Arial', 'Helvetica', 'Calibri', 'Segoe UI', 'Verdana', 'Georgia', 'Times New Roman', 'Courier New']
const cjk = Object.values(cjkFamilies).flatMap((list) => list.split(', ').map(unquoted))

/** A sentence, or nothing when the family suits the text. */
export function lintFamily(family: string | undefined, text: string, isWeb = false): string | undefined {
  if (family === undefined) return '<text> has no font-family.'
  // A page on the web brings its faces; what a machine has comes after them.
  if (isWeb) return /\bsans-serif$/.test(family) ? undefined : 'The families do not end with sans-serif.'
  const first = unquoted(family.split(',')[0] ?? '')
  if (hasCjk(text)) return cjk.includes(first) ? undefined : `The text is CJK, but ${first} comes before a CJK face.`
  return latin.includes(first) || cjk.includes(first) ? undefined : `${first} is not on most machines: put Arial first.`
}

function unquoted(name: string): string {
  return name.trim().replace(/^(['"])(.*)\1$/, '$2')
}
