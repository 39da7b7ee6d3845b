// What was done, as it stands in the history list: in no language until it is shown.
import type { Intention } from '../../document/history'
import type { Words } from '../../document/schema'
import { say as words } from '../../document/words'
import { plainText } from '../../drawing/math/spoken'
import type { Language } from '../../shared/languages'
import type { Say, StringKey } from '../strings/language'

export type DoneKey = Extract<StringKey, `done.${string}`>

export interface Done extends Intention {
  readonly key: DoneKey
}

export function done(key: DoneKey, values?: Readonly<Record<string, Words | number>>): Done {
  return values ? { key, values } : { key }
}

/** In a language, with the names as they are in that language. */
export function sayDone(say: Say, { key, values = {} }: Intention, language: Language): string {
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : short(words(value, language)),
  ])
  // Only the editor makes entries, with keys of its own.
  return say(key as DoneKey, Object.fromEntries(filled) as Record<string, string | number>)
}

const longest = 40

function short(text: string): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
