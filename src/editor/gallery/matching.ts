// Whether something is what is looked for: every word of the search stands in one of its texts, in whatever language. Pure.
import type { Words } from '../../document/schema'

type Text = Words | number | undefined

export function isMatch(search: string, texts: readonly Text[]): boolean {
  const wanted = plain(search).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return true
  const all = plain(texts.flatMap(flat).join('\n'))
  return wanted.every((word) => all.includes(word))
}

function flat(text: Text): string[] {
  if (text === undefined) return []
  return typeof text === 'object' ? Object.values(text) : [String(text)]
}

/** Without marks and whatever the case: `Médiatheque` is found by `mediatheque`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
