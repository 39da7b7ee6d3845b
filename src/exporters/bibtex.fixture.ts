// A strict reader of BibTeX, for tests: `@kind{key, name = {value}, …}` with braces that match.

export interface BibEntry {
  readonly kind: string
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}

/** Throws at the first thing that is not as BibTeX wants it. */
export function readBibtex(text: string): BibEntry[] {
  const entries: BibEntry[] = []
  let at = 0
  const take = (pattern: RegExp): string => {
    const found = new RegExp(pattern.source, 'yu')
    found.lastIndex = at
    const match = found.exec(text)
    if (!match) throw new Error(`not BibTeX at ${at}: ${text.slice(at, at + 40)}`)
    at = found.lastIndex
    return match[1] ?? ''
  }
  const space = () => take(/\s*/)
  space()
  while (at < text.length) {
    const kind = take(/@([a-z]+)\{/)
    const key = take(/([A-Za-z0-9]+),/)
    const fields: Record<string, string> = {}
    space()
    while (text[at] !== '}') {
      const name = take(/([a-z]+) = \{/)
      const start = at
      for (let depth = 1; depth > 0; at++) {
        if (at >= text.length) throw new Error(`a brace of ${name} is never closed`)
        if (text[at] === '\\') at++
        else if (text[at] === '{') depth++
        else if (text[at] === '}') depth--
      }
      fields[name] = text.slice(start, at - 1)
      take(/,\s*/)
    }
    at++
    space()
    entries.push({ kind, key, fields })
  }
  return entries
}
