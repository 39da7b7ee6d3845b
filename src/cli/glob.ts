// Patterns of file names, for when the shell did not expand them: * ? [abc] {a,b} and ** over folders.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Complaint } from './complaint'

/** The files that the words name: a word that is a file stands for itself, a pattern for what it matches, in order of name. */
export function namedFiles(words: readonly string[]): string[] {
  const named = words.map((word) => ({ word, files: isPattern(word) ? matching(word) : [word] }))
  const empty = named.filter(({ files }) => files.length === 0)
  if (empty.length) throw new Complaint(empty.map(({ word }) => `${word}: no file has such a name.`))
  return named.flatMap(({ files }) => files)
}

function isPattern(word: string): boolean {
  return /[*?[{]/.test(word) && !existsSync(word)
}

function matching(pattern: string): string[] {
  const found = alternatives(pattern).flatMap((each) => {
    const parts = each.split('/')
    return parts[0] === '' ? walk('/', parts.slice(1)) : walk('', parts)
  })
  return [...new Set(found)].sort()
}

/** `{a,b}` written out. */
function alternatives(pattern: string): string[] {
  const [whole, inner] = /\{([^{}]*)\}/.exec(pattern) ?? []
  if (whole === undefined) return [pattern]
  return inner!.split(',').flatMap((choice) => alternatives(pattern.replace(whole, () => choice)))
}

function walk(folder: string, [part = '', ...rest]: readonly string[]): string[] {
  if (part === '**') {
    const deeper = entries(folder).filter((entry) => entry.isFolder && !entry.name.startsWith('.'))
    return [
      ...walk(folder, rest.length ? rest : ['*']),
      ...deeper.flatMap(({ name }) => walk(join(folder, name), [part, ...rest])),
    ]
  }
  if (!/[*?[]/.test(part)) {
    const path = part === '' ? folder : folder === '' && part === '.' ? '.' : join(folder, part)
    if (rest.length) return walk(path, rest)
    return existsSync(path) ? [path] : []
  }
  const matches = toExpression(part)
  return entries(folder)
    .filter(({ name, isFolder }) => matches.test(name) && isFolder === rest.length > 0)
    .flatMap(({ name }) => (rest.length ? walk(join(folder, name), rest) : [join(folder, name)]))
}

function entries(folder: string) {
  try {
    return readdirSync(folder || '.', { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }))
  } catch {
    // What cannot be looked into holds nothing that matches.
    return []
  }
}

function toExpression(part: string): RegExp {
  const hidden = part.startsWith('.') ? '' : '(?!\\.)'
  const body = part.replace(/\[([!^]?)([^\]]*)\]|[*?]|[^*?[]+|\[/g, (piece, not?: string, set?: string) => {
    if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`
    if (piece === '*') return '[^/]*'
    return piece === '?' ? '[^/]' : piece.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })
  try {
    return new RegExp(`^${hidden}${body}$`, 'u')
  } catch {
    // `[z-a]` is no range, and matches nothing, as in a shell.
    return /(?!)/u
  }
}
